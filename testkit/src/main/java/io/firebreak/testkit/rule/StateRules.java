package io.firebreak.testkit.rule;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;
import static io.firebreak.core.wiring.Socket.SAFEGUARD;
import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 201 to 299: what holds of the books after every action, read off by somebody who did not write them. */
final class StateRules {
    private StateRules() {}

    static Seq<Rule> rules() {
        return Vector.of(new Rule(
                201,
                "balancesSumToZero",
                Kind.STATE,
                "the balances of every asset sum to zero over all accounts, added up from scratch",
                "",
                Vector.of(VENUE, LIQUIDATION, LOSS, SAFEGUARD),
                "double entry",
                "",
                new Check.ByWatching(SumsToZero::new)));
    }

    /** Whether an account is somebody's wallet or margin account. */
    static boolean isSomebodys(Accounts.Kind kind) {
        return kind == Accounts.Kind.WALLET || kind == Accounts.Kind.MARGIN;
    }

    private static final class SumsToZero implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
                return;
            }
            int accounts = scene.accounts();
            for (int asset = 0; asset < scene.assetCount(); asset++) {
                long sum = 0;
                for (int account = 0; account < accounts; account++) {
                    sum += scene.balance(account, asset);
                }
                if (sum != 0) {
                    notes.breach(scene.asset(asset) + " sums to " + sum + " base units");
                }
            }
            notes.met();
        }
    }
}
