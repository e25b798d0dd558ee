package io.firebreak.testkit.world;

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
 * @param seed what the venue's own accounts hold when a run begins
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
        Seq<VenueSpec.SeedBalance> seed) {
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
                Vector.empty());
    }

    public Composition with(MarginModel model) {
        return new Composition(venue, Option.some(model), liquidation, losses, safeguards, oracle, path, agents, seed);
    }

    public Composition with(LiquidationModel<?> model) {
        return new Composition(venue, margin, Option.some(model), losses, safeguards, oracle, path, agents, seed);
    }

    /** A further layer below the others. */
    public Composition with(LossModel<?> model) {
        return new Composition(
                venue, margin, liquidation, losses.append(model), safeguards, oracle, path, agents, seed);
    }

    /** These layers and no others, upper first. */
    public Composition withLosses(Seq<LossModel<?>> models) {
        return new Composition(venue, margin, liquidation, models, safeguards, oracle, path, agents, seed);
    }

    public Composition with(Safeguard<?> model) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards.append(model), oracle, path, agents, seed);
    }

    public Composition with(OracleModel<?> model) {
        return new Composition(venue, margin, liquidation, losses, safeguards, Option.some(model), path, agents, seed);
    }

    public Composition with(PriceModel<?> model) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, oracle, Option.some(model), agents, seed);
    }

    public Composition with(AgentGroup group) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, oracle, path, agents.append(group), seed);
    }

    /** The same with more in an own account of the venue. */
    public Composition seeded(VenueSpec.SeedBalance balance) {
        return new Composition(
                venue, margin, liquidation, losses, safeguards, oracle, path, agents, seed.append(balance));
    }

    /** The same with this and nothing else in the own accounts of the venue. */
    public Composition withSeed(Seq<VenueSpec.SeedBalance> balances) {
        return new Composition(venue, margin, liquidation, losses, safeguards, oracle, path, agents, balances);
    }

    /** The venue and all that is wired to it, without accounts. */
    VenueSpec spec() {
        return new VenueSpec(Setting.VENUE, venue, margin, Vector.empty(), liquidation, losses, safeguards, seed, 1);
    }
}
