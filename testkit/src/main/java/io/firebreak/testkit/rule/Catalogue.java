package io.firebreak.testkit.rule;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Every rule there is, by number. */
public final class Catalogue {
    private static final Seq<Rule> ALL = Vector.of(
                    Laws.rules(),
                    StateRules.rules(),
                    LiquidationRules.rules(),
                    LossRules.rules(),
                    AuctionRules.rules(),
                    RelationRules.rules(),
                    PurityRules.rules(),
                    VenueRules.rules(),
                    MarketMakerRules.rules(),
                    MarginRules.rules(),
                    SafeguardRules.rules(),
                    OracleRules.rules(),
                    AgentRules.rules())
            .flatMap(rules -> rules)
            .sortBy(Rule::number);

    private Catalogue() {}

    public static Seq<Rule> all() {
        return ALL;
    }

    public static Option<Rule> find(int number) {
        return ALL.find(rule -> rule.number() == number);
    }

    /** The rule of that number; {@link IllegalArgumentException} where there is none. */
    public static Rule rule(int number) {
        return find(number).getOrElseThrow(() -> new IllegalArgumentException("there is no rule " + number));
    }
}
