package io.firebreak.testkit.world;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** The names that every generated world has: what a venue, oracle or agent under test may refer to. */
public final class Setting {
    /** What moves in price, 9 decimals. */
    public static final Asset ETH = new Asset(0, "ETH", 9);

    /** What everything is counted in, 6 decimals; worth one outside. */
    public static final Asset USD = new Asset(1, "USD", 6);

    /** A second asset that moves, 8 decimals. */
    public static final Asset BTC = new Asset(2, "BTC", 8);

    /** The claim on ETH that a bridge or a staking venue issues, 9 decimals. */
    public static final Asset WETH = new Asset(3, "wETH", 9);

    public static final Seq<Asset> ASSETS = Vector.of(ETH, USD, BTC, WETH);

    /** Where ETH trades outside. */
    public static final MarketRef MARKET = new MarketRef("ETH");

    /** A market that nobody trades on: what a manipulated oracle reads. */
    public static final MarketRef RUMOUR = new MarketRef("rumour");

    /** The price of ETH in USD that the venue under test sees. */
    public static final OracleRef ORACLE = new OracleRef("eth");

    /** The price of ETH in USD as it is: there where the venue sees another. */
    public static final OracleRef LIVE = new OracleRef("live");

    /** The price of BTC in USD. */
    public static final OracleRef BTC_ORACLE = new OracleRef("btc");

    /** The venue under test, or the honest one beside it. */
    public static final VenueRef VENUE = new VenueRef("venue");

    /** A pool of ETH and USD beside it, where an oracle or an agent is on trial: what those read and trade with. */
    public static final VenueRef POOL = new VenueRef("pool");

    /** A venue of depositors beside it, where one is on trial that takes what the first offers or covers its losses. */
    public static final VenueRef BESIDE = new VenueRef("beside");

    /** Wallets that act. */
    public static final Seq<String> WALLETS = Vector.of("alice", "bob", "carol", "mallory");

    private Setting() {}
}
