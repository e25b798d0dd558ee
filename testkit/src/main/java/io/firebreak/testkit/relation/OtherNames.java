package io.firebreak.testkit.relation;

import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;

/** The same run with assets, accounts and venues under other names, in which the alphabet runs backwards. */
public final class OtherNames implements Relation {
    @Override
    public Outcome compare(Trial trial) {
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
