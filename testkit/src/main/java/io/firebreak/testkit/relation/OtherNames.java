package io.firebreak.testkit.relation;

import io.firebreak.api.liquidation.DrawsByAccount;
import io.firebreak.core.economy.Parts;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;

/** The same run with assets, accounts and venues under other names, in which the alphabet runs backwards. */
public final class OtherNames implements Relation {
    @Override
    public Outcome compare(Trial trial) {
        boolean[] drawn = {false};
        Parts.forEach(trial.economy().venues(), part -> drawn[0] |= part instanceof DrawsByAccount);
        if (drawn[0]) {
            return new Outcome.NotApplicable("what is drawn of an account goes by its name");
        }
        Relabelling names = new Relabelling(OtherNames::backwards, 0, false);
        return SideBySide.outcome(
                trial,
                new Trial(names.of(trial.economy()), trial.seed()),
                (first, second) -> new Alike(first, second, names::of));
    }

    private static String backwards(String name) {
        StringBuilder turned = new StringBuilder();
        name.chars()
                .map(letter -> letter >= 'a' && letter <= 'z'
                        ? 'a' + 'z' - letter
                        : letter >= 'A' && letter <= 'Z' ? 'A' + 'Z' - letter : letter)
                .forEach(letter -> turned.append((char) letter));
        return turned.toString();
    }
}
