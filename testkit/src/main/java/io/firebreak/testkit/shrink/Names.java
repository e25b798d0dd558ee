package io.firebreak.testkit.shrink;

import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Plain names for people, in the order in which the scenario has them; and only the names that actions have. */
final class Names implements Pass {
    private static final Seq<String> PLAIN =
            Vector.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi");

    @Override
    public void over(Attempt attempt) {
        Seq<ScriptedAction> spoken = attempt.trial().script().map(Script::spoken);
        if (!spoken.equals(attempt.trial().script())) {
            attempt.take(() -> attempt.trial().withScript(spoken));
        }
        Seq<String> people = people(attempt.economy()).take(PLAIN.size());
        Map<String, String> names = LinkedHashMap.ofEntries(people.zip(PLAIN));
        if (!names.forAll(each -> each._1.equals(each._2))) {
            attempt.takeEconomy(() -> renamed(attempt.economy(), names));
        }
    }

    private static Seq<String> people(Economy economy) {
        List<String> people = new ArrayList<>();
        for (VenueSpec venue : economy.venues()) {
            Parts.forEach(venue.accounts(), part -> {
                if (part instanceof AccountGroup.Row row) {
                    people.add(row.owner().getOrElse(row.name()));
                    people.add(row.name());
                }
            });
        }
        economy.actions().forEach(action -> people.add(action.sender()));
        economy.wallets().forEach(purse -> people.add(purse.account()));
        return Vector.ofAll(people).distinct();
    }

    private static Economy renamed(Economy economy, Map<String, String> names) {
        return Parts.replaced(economy, part -> {
            if (part instanceof AccountGroup.Row row) {
                return Option.some(new AccountGroup.Row(
                        said(row.name(), names), row.holdings(), row.owner().map(owner -> said(owner, names))));
            }
            if (part instanceof ScriptedAction action) {
                return Option.some(new ScriptedAction(
                        action.block(),
                        said(action.sender(), names),
                        action.action(),
                        action.names().map(name -> said(name, names))));
            }
            if (part == economy.wallets()) {
                return Option.some(economy.wallets()
                        .map(purse -> new VenueSpec.SeedBalance(said(purse.account(), names), purse.parcel())));
            }
            return Option.none();
        });
    }

    /** {@code venue/holder-1} has a name in it too. */
    private static String said(String name, Map<String, String> names) {
        return Vector.of(name.split("/", -1))
                .map(each -> names.get(each).getOrElse(each))
                .mkString("/");
    }
}
