package io.firebreak.core.scenario;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Arbitrage;
import io.firebreak.core.economy.GasDemand;
import io.firebreak.core.economy.ImpactMode;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * The fixed parts of a scenario, described like the parameters of a mechanism, so that one description serves reader and
 * schema.
 */
final class Sections {
    private Sections() {}

    /** What a scenario says about itself. */
    record Header(
            @Parameter("its name: lower-case words joined by hyphens") String scenario,
            @Parameter("one line for the reader") Option<String> title,
            @Parameter("what happened, and what is asked") Option<String> description,
            @Parameter(value = "how many seeds a comparison runs", preset = "10", min = "1", max = "1 M") int seeds,
            @Parameter(value = "what the design as written is called", preset = "as written") String design,
            @Parameter(value = "under which impact modes a comparison is tested, the headline first", preset = "[]")
                    Seq<ImpactMode> impactModes,
            @Parameter("what is input, calibrated and result") Option<NotesSection> notes,
            @Parameter("what the design as written is held against") Option<Recorded> record) {}

    record ClockSection(
            @Parameter("time of the first block, UTC") Instant start,
            @Parameter("the run ends before the first block at or after this time") Instant end,
            @Parameter(
                            "what begins at or after this time is shown, and not counted in the figures; all counts without it")
                    Option<Instant> scoredUntil,
            @Parameter(value = "length of a block", min = "1 ms") Duration blockTime,
            @Parameter(value = "block space; without it gas is free", unit = "gas", min = "1") Option<Long> gasPerBlock,
            @Parameter(value = "what the rest of the world pays; a number of gwei is a constant price")
                    Option<GasDemand> gasPrice,
            @Parameter("what gas is paid in, an asset of 9 decimals") Option<Asset> gasAsset) {}

    record AssetSection(
            @Parameter(value = "base units of a whole unit, as a power of ten", preset = "6", min = "0", max = "9")
                    int decimals) {}

    record MarketSection(
            @Parameter("what trades; the market's name where it is left out") Option<Asset> asset,
            @Parameter("how its price moves, in USD") PriceModel<?> path,
            @Parameter(
                            value = "value that moves the price, '4 M USD per 2%', or 'none': sales never move it",
                            preset = "none")
                    String depth,
            @Parameter(value = "half of the impact is gone in this time", preset = "20 min", min = "1 ms")
                    Duration recovery,
            @Parameter("which sales move the price; net-of-record where there is a record, gross where not")
                    Option<ImpactMode> impact,
            @Parameter("what was sold on the day that the path replays: a file with the columns time and value, in USD")
                    Option<DataFile> record,
            @Parameter("traders between this market and another of the same asset") Option<Arbitrage> arbitrage) {}

    /** What is wired to a venue; its own mechanism stands beside these. */
    record VenueSection(
            @Parameter("which holdings stand behind which debts; the venue's own where it is left out")
                    Option<MarginModel> margin,
            @Parameter("how unsafe accounts are turned into cash; never where it is left out")
                    Option<LiquidationModel<?>> liquidation,
            @Parameter(value = "who bears what is missing, upper layer first", preset = "[]") Seq<LossModel<?>> losses,
            @Parameter(value = "what stops or slows it", preset = "[]") Seq<Safeguard<?>> safeguards,
            @Parameter(value = "how often the venue looks at its accounts", unit = "blocks", preset = "1", min = "1")
                    int watchEvery) {}

    record SyntheticSection(
            @Parameter(value = "the group's name in reports", preset = "synthetic") String name,
            @Parameter(value = "how many accounts", min = "0") int count,
            @Parameter(value = "collateral value ÷ debt value, at the price below", unit = "ratio")
                    AccountGroup.Distribution ratio,
            @Parameter(value = "debt of an account, in whole units", unit = "debt-asset")
                    AccountGroup.Distribution debt,
            @Parameter("what stands behind the debts") Asset collateral,
            @Parameter("what is owed") Asset debtAsset,
            @Parameter(value = "of one unit of collateral, for the ratio", unit = "USD", min = "0") double price) {}

    record AccountRow(
            @Parameter("its name") String account,
            @Parameter(value = "signed quantities: debts are negative", min = "-1e30") Seq<Parcel> holdings,
            @Parameter("the wallet it belongs to") Option<String> owner) {}

    record ShockSection(
            @Parameter("a time, or a duration after the start") String at,
            @Parameter("which outside market") MarketRef market,
            @Parameter(value = "the gap: -30% multiplies the path by 0.7 from then on", min = "-99.9999%")
                    Option<Ratio> move,
            @Parameter(value = "in the place of a move: what the path is multiplied by", min = "0")
                    Option<Double> factor) {}

    record ActionSection(
            @Parameter(value = "in which block, the first is 0", min = "0") long block,
            @Parameter("whose wallet sends it") String account,
            @Parameter("what it asks for") Action action) {}

    record NotesSection(
            @Parameter(value = "what is data", preset = "[]") Seq<String> input,
            @Parameter(value = "what was fitted", preset = "[]") Seq<String> calibrated,
            @Parameter(value = "what comes out", preset = "[]") Seq<String> result,
            @Parameter("how prices walk between the points of their file") Option<String> insideABar) {}
}
