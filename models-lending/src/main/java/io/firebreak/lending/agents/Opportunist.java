package io.firebreak.lending.agents;

import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Bids nothing in auctions that nobody else bids in.
 *
 * <p>It works in campaigns: where nobody has bid more than nothing for {@code quiet}, it takes the largest unsafe account
 * that holds at least {@code smallest}, kicks it lot by lot and bids nothing on each within the same action, then settles
 * what it won, and only then looks for the next. Auctions that stand without a bid for {@code patience} it bids nothing on
 * beside that. It pays one gas price, and waits while that is not enough.
 */
@About(
        value = "Kicks the largest account lot by lot where nobody else bids, bids nothing, settles, and starts again.",
        follows = "the two winners of most zero bids of 12 March 2020",
        simplifies = "it bids in auctions by best bid only")
public record Opportunist(
        @Parameter(value = "how many such agents there are", preset = "1", min = "0", max = "100") int count,
        @Parameter("what each has to pay gas with") Parcel gasReserve,
        @Parameter("where it bids") VenueRef venue,
        @Parameter("where it sells what it won") MarketRef market,
        @Parameter("how long after it received collateral it sells it; never without it") Option<Duration> timeToReturn,
        @Parameter(value = "what it pays for a unit of gas", unit = "gwei", preset = "200", min = "0") Decimal gasPrice,
        @Parameter(
                        value =
                                "it sends where its gas price outbids this share of the rest of the world's transactions",
                        unit = "ratio",
                        preset = "60%",
                        min = "0",
                        max = "1")
                Ratio bidPercentile,
        @Parameter(
                        value = "kicks with their bids, and settlements",
                        unit = "per minute",
                        preset = "16",
                        min = "0",
                        max = "100000")
                Decimal actionsPerMinute,
        @Parameter(
                        value = "it begins with an account where nobody bid more than nothing for so long",
                        preset = "10 min",
                        min = "0 s")
                Duration quiet,
        @Parameter("least collateral of an account that it begins with") Parcel smallest,
        @Parameter(
                        value = "how long an auction stands without a bid before it bids nothing there",
                        preset = "5 min",
                        min = "0 s")
                Duration patience,
        @Parameter(
                        value = "how long after its bid it settles what it won, at the earliest",
                        preset = "40 min",
                        min = "0 s")
                Duration settleAfter)
        implements AgentModel<Watch> {
    @Override
    public Watch initial() {
        return Watch.NONE;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(gasReserve);
    }

    @Override
    public Decision<Watch> decide(Watch before, AgentView view) {
        Campaign campaign = new Campaign(this, before, view);
        campaign.look();
        campaign.sell();
        campaign.fillIn();
        campaign.work();
        Watch after = campaign.watch();
        return new Decision<>(
                after, campaign.submissions(), new Wake(after.stock().nextMillis(), List.of(venue)));
    }
}
