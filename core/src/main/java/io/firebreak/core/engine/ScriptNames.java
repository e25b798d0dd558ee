package io.firebreak.core.engine;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.StandIns;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Puts accounts in the place of the names that a scripted action has for them. */
final class ScriptNames {
    private final World world;
    private final Seq<String> names;

    ScriptNames(World world, Seq<String> names) {
        this.world = world;
        this.names = names;
    }

    /** The value with every stand-in resolved; a refusal where a name is not known (yet). */
    <T> T resolve(T value) {
        return names.isEmpty()
                ? value
                : Parts.replaced(
                        value,
                        part -> part instanceof AccountId account && account.index() < 0
                                ? Option.some(account(names.get(-1 - account.index())))
                                : Option.none());
    }

    private AccountId account(String name) {
        int step = StandIns.step(name);
        if (step >= 0) {
            return AccountId.openedBy(step);
        }
        for (int account = 0; account < world.accounts.size(); account++) {
            if (world.accounts.name(account).equals(name)) {
                return world.id(account);
            }
        }
        throw new Refusal(Reason.NOT_THERE, "there is no account '" + name + "' yet");
    }
}
