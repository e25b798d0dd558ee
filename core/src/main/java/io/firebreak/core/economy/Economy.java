package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Seq;

/**
 * Everything one run needs but its seed.
 *
 * @param assets declared assets, {@link Asset#index()} dense from 0 in this order; claims of venues follow when the run is
 *     built
 * @param markets in the order of declaration
 * @param oracles in the order of declaration: an oracle sees those before it
 * @param actions scripted actions, ascending by block
 */
public record Economy(
        Clock clock,
        Seq<Asset> assets,
        Seq<MarketSpec> markets,
        Seq<OracleSpec> oracles,
        Seq<VenueSpec> venues,
        Seq<AgentGroup> agents,
        Seq<Shock> shocks,
        Seq<ScriptedAction> actions) {}
