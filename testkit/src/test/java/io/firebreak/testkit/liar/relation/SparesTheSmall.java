package io.firebreak.testkit.liar.relation;

import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.SybilNeutral;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.plugin.Nothing;

/** Reduces only positions above a size, and claims that it does not matter under how many names they are held. */
public record SparesTheSmall() implements Spread<Nothing>, SybilNeutral {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        return Spread.super.rule(
                state,
                new Docket(
                        docket.unsafe()
                                .filter(account -> docket.view()
                                                .health(account, Requirement.MAINTENANCE)
                                                .debts()
                                        > 1_000_000_000),
                        docket.cured(),
                        docket.due(),
                        docket.view()));
    }
}
