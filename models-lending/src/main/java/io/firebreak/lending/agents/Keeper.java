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
 * Liquidates for profit: kicks unsafe accounts, bids on what is offered, settles what it won and sells what it received.
 *
 * <p>It values collateral at what it is worth outside now, in the asset it pays with, and takes it where it pays no more
 * than that less {@code discount}. In an auction it bids all that is wanted, or at least {@code leastBid} of it, or
 * nothing; once all is bid it asks for less of the lot. It kicks only what it would bid on and can pay for, or is rewarded
 * for. So it fails when its capital is locked in bids or on its way back, and when others pay more for block space than it
 * does.
 */
@About(
        value = "Kicks, bids, settles and resells for profit, within its capital, its pace and its gas cap.",
        follows = "the keepers of Black Thursday (auctions of 12 March 2020); Maker auction-keeper",
        simplifies = "a flash loan may be closed by a sale on the outside market where no AMM is named")
public record Keeper(
        @Parameter(value = "how many such keepers there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("what each has to bid with, in the asset the venue's debts are in") Parcel capital,
        @Parameter("what each has to pay gas with") Option<Parcel> gasReserve,
        @Parameter("where it liquidates") VenueRef venue,
        @Parameter(
                        "where it sells what it received, at the outside price with its impact; what is not traded there it sells on the first market of it, and a claim it redeems first")
                MarketRef market,
        @Parameter("an automated market maker where it sells instead") Option<VenueRef> exit,
        @Parameter("how long after the start it first acts; at once without it") Option<Duration> arrives,
        @Parameter(
                        value = "blocks between its decision and its arrival at the block builder",
                        unit = "blocks",
                        preset = "0",
                        min = "0",
                        max = "10000")
                int latency,
        @Parameter(
                        value = "what it keeps of the collateral's value in every bid",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "1")
                Ratio discount,
        @Parameter(
                        value = "it bids no less than this share of all that an auction wants; 1 bids all or nothing",
                        unit = "ratio",
                        preset = "1",
                        min = "0",
                        max = "1")
                Ratio leastBid,
        @Parameter(value = "whether it bids where somebody else leads", preset = "true") boolean outbids,
        @Parameter("what a bid must leave after its gas, in the asset of its capital; not asked without it")
                Option<Parcel> minProfit,
        @Parameter(value = "most it pays for a unit of gas; no cap without it", unit = "gwei", min = "0")
                Option<Decimal> gasCap,
        @Parameter(
                        value =
                                "share of the rest of the world's transactions that it outbids with a kick, which can wait",
                        unit = "ratio",
                        preset = "30%",
                        min = "0",
                        max = "1")
                Ratio kickPercentile,
        @Parameter(
                        value = "share of the rest of the world's transactions that it outbids with all else",
                        unit = "ratio",
                        preset = "60%",
                        min = "0",
                        max = "1")
                Ratio bidPercentile,
        @Parameter(
                        value = "kicks and restarts that it sends",
                        unit = "per minute",
                        preset = "2",
                        min = "0",
                        max = "100000")
                Decimal kicksPerMinute,
        @Parameter(
                        value = "bids and settlements that it sends",
                        unit = "per minute",
                        preset = "10",
                        min = "0",
                        max = "100000")
                Decimal actionsPerMinute,
        @Parameter(
                        value = "how long after its bid it settles what it won, at the earliest",
                        preset = "20 min",
                        min = "0 s")
                Duration settleAfter,
        @Parameter(value = "how long after it received collateral it sells it", preset = "30 min", min = "0 s")
                Duration timeToReturn,
        @Parameter("who lends it what its wallet lacks, within the action") Option<VenueRef> flashLender)
        implements AgentModel<Memory> {
    @Override
    public Memory initial() {
        return Memory.NONE;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital).appendAll(gasReserve);
    }

    @Override
    public int latencyBlocks() {
        return latency;
    }

    @Override
    public Decision<Memory> decide(Memory before, AgentView view) {
        long now = view.block().timeMillis();
        Memory born = before.bornMillis() < 0 ? before.bornAt(now) : before;
        long arrival = born.bornMillis() + arrives.map(Duration::toMillis).getOrElse(0L);
        if (now < arrival) {
            return Decision.idle(born, Wake.at(arrival));
        }
        Turn turn = new Turn(this, born, view);
        turn.learn();
        turn.sell();
        turn.settle();
        turn.bid();
        turn.kick();
        Memory after = turn.memory();
        return new Decision<>(after, turn.submissions(), new Wake(after.stock().nextMillis(), List.of(venue)));
    }
}
