package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Everything one run needs but its seed.
 *
 * @param assets declared assets, {@link Asset#index()} dense from 0 in this order; claims of venues follow when the run is
 *     built
 * @param markets in the order of declaration
 * @param oracles in the order of declaration: an oracle sees those before it
 * @param actions scripted actions, ascending by block
 * @param metrics measured beside the engine's own
 * @param invariants checked beside the engine's own laws: at the end, and after each block where the assurance says so
 * @param wallets what wallets that the scenario names hold when the run begins, bought from {@code outside}
 */
public record Economy(
        Clock clock,
        Seq<Asset> assets,
        Seq<MarketSpec> markets,
        Seq<OracleSpec> oracles,
        Seq<VenueSpec> venues,
        Seq<AgentGroup> agents,
        Seq<Shock> shocks,
        Seq<ScriptedAction> actions,
        Seq<MetricSpec> metrics,
        Seq<VenueSpec.SeedBalance> wallets,
        Seq<InvariantSpec> invariants) {
    /** Without metrics, wallets and invariants of its own. */
    public Economy(
            Clock clock,
            Seq<Asset> assets,
            Seq<MarketSpec> markets,
            Seq<OracleSpec> oracles,
            Seq<VenueSpec> venues,
            Seq<AgentGroup> agents,
            Seq<Shock> shocks,
            Seq<ScriptedAction> actions) {
        this(
                clock,
                assets,
                markets,
                oracles,
                venues,
                agents,
                shocks,
                actions,
                Vector.empty(),
                Vector.empty(),
                Vector.empty());
    }

    /** The same with other scripted actions. */
    public Economy withActions(Seq<ScriptedAction> others) {
        return new Economy(
                clock, assets, markets, oracles, venues, agents, shocks, others, metrics, wallets, invariants);
    }

    /** The same with another impact mode at every outside market. */
    public Economy withImpact(ImpactMode mode) {
        Seq<MarketSpec> moved = markets.map(each -> new MarketSpec(
                each.name(),
                each.asset(),
                each.path(),
                each.depthValue(),
                each.depthMove(),
                each.recovery(),
                mode == ImpactMode.NET_OF_RECORD && each.record().isEmpty() ? ImpactMode.GROSS : mode,
                each.record(),
                each.arbitrage()));
        return new Economy(
                clock, assets, moved, oracles, venues, agents, shocks, actions, metrics, wallets, invariants);
    }
}
