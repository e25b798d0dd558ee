package io.firebreak.testkit.catalogue;

import io.firebreak.testkit.pure.PurityRules;
import io.firebreak.testkit.relation.RelationRules;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.auction.AuctionRules;
import io.firebreak.testkit.rule.liquidation.LiquidationRules;
import io.firebreak.testkit.rule.loss.LossRules;
import io.firebreak.testkit.rule.model.AgentRules;
import io.firebreak.testkit.rule.model.MarginRules;
import io.firebreak.testkit.rule.model.OracleRules;
import io.firebreak.testkit.rule.safeguard.SafeguardRules;
import io.firebreak.testkit.rule.state.Laws;
import io.firebreak.testkit.rule.state.StateRules;
import io.firebreak.testkit.rule.venue.MarketMakerRules;
import io.firebreak.testkit.rule.venue.VenueRules;
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
