package io.firebreak.core.market;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.view.Block;
import io.firebreak.core.economy.Arbitrage;
import io.firebreak.core.economy.MarketSpec;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * All outside markets of a run, in the order of their declaration. An order of one asset for another is two trades, chained by value; an asset whose symbol is
 * {@value #UNIT_OF_ACCOUNT} is the unit of account itself, worth 1.
 */
public final class OutsideMarkets {
    public static final String UNIT_OF_ACCOUNT = "USD";

    private final Array<OutsideMarket> markets;
    private final Array<Carriers> carriers;

    public OutsideMarkets(Seq<MarketSpec> specs) {
        markets = specs.map(OutsideMarket::new).toArray();
        carriers = specs.flatMap(spec -> spec.arbitrage().map(each -> carriers(spec, each)))
                .toArray();
    }

    private Carriers carriers(MarketSpec spec, Arbitrage arbitrage) {
        OutsideMarket there = market(arbitrage.with());
        if (!there.asset().equals(spec.asset()) || spec.name().equals(arbitrage.with())) {
            throw new IllegalArgumentException("arbitrage needs another market of " + spec.asset() + " than "
                    + spec.name() + ", and " + arbitrage.with() + " is none");
        }
        return new Carriers(market(spec.name()), there, arbitrage);
    }

    /** In the order of declaration. */
    public Seq<OutsideMarket> all() {
        return markets;
    }

    /** The market of that name; {@link IllegalArgumentException} where there is none. */
    public OutsideMarket market(MarketRef name) {
        for (OutsideMarket market : markets) {
            if (market.name().equals(name)) {
                return market;
            }
        }
        throw new IllegalArgumentException("there is no outside market '" + name + "'; there are "
                + markets.map(OutsideMarket::name).mkString(", "));
    }

    /**
     * Goes on to a block: every market advances, then arbitrageurs move between them.
     *
     * @param views what each path may see
     */
    public void advance(Block block, Function<OutsideMarket, PriceView> views) {
        markets.forEach(market -> market.advance(views.apply(market)));
        carriers.forEach(each -> each.act(block.timeMillis()));
    }

    /** What a whole unit is worth on the first market of an asset; NaN where it has none. */
    public double worth(Asset asset) {
        return isUnitOfAccount(asset)
                ? 1
                : first(asset).map(OutsideMarket::price).getOrElse(Double.NaN);
    }

    /**
     * Base units of {@code get} for {@code units} of {@code give}, rounded down; 0 where they cannot be traded. One of the
     * two trades on the named market, the other on the first market of its asset. The trades are computed in {@code double}
     * and cross once, by {@link Decimal#ofDouble}.
     */
    public long quoteDown(MarketRef name, Asset give, long units, Asset get) {
        return tradeable(name, give, get) ? swap(name, give, units, get, false) : 0;
    }

    /** The same, carried out. */
    public long tradeDown(MarketRef name, Asset give, long units, Asset get) {
        return tradeable(name, give, get) ? swap(name, give, units, get, true) : 0;
    }

    private boolean tradeable(MarketRef name, Asset give, Asset get) {
        Asset traded = market(name).asset();
        return !give.equals(get)
                && (traded.equals(give) || traded.equals(get))
                && at(name, give).forAll(OutsideMarket::trades)
                && at(name, get).forAll(OutsideMarket::trades)
                && (isUnitOfAccount(give) || at(name, give).isDefined())
                && (isUnitOfAccount(get) || at(name, get).isDefined());
    }

    private long swap(MarketRef name, Asset give, long units, Asset get, boolean forGood) {
        double whole = give.wholeAsDouble(units);
        double value = at(name, give)
                .map(market -> forGood ? market.sell(whole) : market.proceeds(whole))
                .getOrElse(whole);
        double got = at(name, get)
                .map(market -> forGood ? market.buy(value) : market.purchase(value))
                .getOrElse(value);
        return get.unitsDown(Decimal.ofDouble(got));
    }

    private Option<OutsideMarket> at(MarketRef name, Asset asset) {
        OutsideMarket named = market(name);
        return named.asset().equals(asset) ? Option.some(named) : first(asset);
    }

    private Option<OutsideMarket> first(Asset asset) {
        return isUnitOfAccount(asset)
                ? Option.none()
                : markets.find(market -> market.asset().equals(asset));
    }

    private static boolean isUnitOfAccount(Asset asset) {
        return asset.symbol().equals(UNIT_OF_ACCOUNT);
    }

    /** All that trades change, for an undo. */
    public double[] state() {
        double[] state = new double[markets.size()];
        for (int at = 0; at < state.length; at++) {
            state[at] = markets.get(at).state();
        }
        return state;
    }

    /** Undoes what was traded since {@link #state()} was this. */
    public void restore(double[] state) {
        for (int at = 0; at < state.length; at++) {
            markets.get(at).restore(state[at]);
        }
    }
}
