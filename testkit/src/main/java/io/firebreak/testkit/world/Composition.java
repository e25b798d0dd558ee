package io.firebreak.testkit.world;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Who stands in a generated world: the mechanism under test and its company. Its mechanisms refer to the world by the names
 * of {@link Setting}.
 *
 * @param margin none: the venue's own
 * @param liquidation none: accounts are watched, never liquidated
 * @param oracle none: drawn, live or late or wild
 * @param path none: drawn, with cliffs and thresholds
 * @param stock what is at the venue when a run begins
 * @param beside a venue that stands beside it, as {@link Setting#BESIDE}: wallets provide to it when a script begins
 */
public record Composition(
        Venue<?> venue,
        Option<MarginModel> margin,
        Option<LiquidationModel<?>> liquidation,
        Seq<LossModel<?>> losses,
        Seq<Safeguard<?>> safeguards,
        Option<OracleModel<?>> oracle,
        Option<PriceModel<?>> path,
        Seq<AgentGroup> agents,
        Stock stock,
        Option<Venue<?>> beside) {
    /**
     * What is at a venue when a run begins.
     *
     * @param seed what its own accounts hold
     * @param deposited what one large depositor, who stands for all, has brought to a venue that lends deposits
     */
    public record Stock(Seq<VenueSpec.SeedBalance> seed, Option<Parcel> deposited) {
        static final Stock NONE = new Stock(Vector.empty(), Option.none());

        /** Whether there is nothing. */
        public boolean isEmpty() {
            return seed.isEmpty() && deposited.isEmpty();
        }
    }

    /** A venue by itself. */
    public static Composition of(Venue<?> venue) {
        return new Composition(
                venue,
                Option.none(),
                Option.none(),
                Vector.empty(),
                Vector.empty(),
                Option.none(),
                Option.none(),
                Vector.empty(),
                Stock.NONE,
                Option.none());
    }

    public Composition with(MarginModel model) {
        return new Composition(
                venue, Option.some(model), liquidation, losses, safeguards, oracle, path, agents, stock, beside);
    }

    public Composition with(LiquidationModel<?> model) {
        return new Composition(
                venue, margin, Option.some(model), losses, safeguards, oracle, path, agents, stock, beside);
    }

    /** A further layer below the others. */
    public Composition with(LossModel<?> model) {
        return new Composition(
                venue, margin, liquidation, losses.append(model), safeguards, oracle, path, agents, stock, beside);
    }

    /** These layers and no others, upper first. */
    public Composition withLosses(Seq<LossModel<?>> models) {
        return new Composition(venue, margin, liquidation, models, safeguards, oracle, path, agents, stock, beside);
    }

    public Composition with(Safeguard<?> model) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards.append(model), oracle, path, agents, stock, beside);
    }

    public Composition with(OracleModel<?> model) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, Option.some(model), path, agents, stock, beside);
    }

    public Composition with(PriceModel<?> model) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, oracle, Option.some(model), agents, stock, beside);
    }

    public Composition with(AgentGroup group) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, oracle, path, agents.append(group), stock, beside);
    }

    /** The same with more in an own account of the venue. */
    public Composition seeded(VenueSpec.SeedBalance balance) {
        return with(new Stock(stock.seed().append(balance), stock.deposited()));
    }

    /** The same with nothing at the venue when a run begins. */
    public Composition empty() {
        return with(Stock.NONE);
    }

    /** The same where somebody has brought so much to the venue. */
    Composition deposited(Parcel parcel) {
        return with(new Stock(stock.seed(), Option.some(parcel)));
    }

    private Composition with(Stock other) {
        return new Composition(venue, margin, liquidation, losses, safeguards, oracle, path, agents, other, beside);
    }

    /** The same with a further venue, that stands ready for the first or covers it. */
    public Composition beside(Venue<?> other) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, oracle, path, agents, stock, Option.some(other));
    }

    /** The venue and all that is wired to it, without accounts. */
    VenueSpec spec() {
        return new VenueSpec(
                Setting.VENUE, venue, margin, Vector.empty(), liquidation, losses, safeguards, stock.seed(), 1);
    }
}
