package io.firebreak.amm.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.Price;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/** An oracle, and what it sees: a pool's price and other oracles. */
final class Seen<S> implements OracleView {
    static final Asset A = new Asset(0, "A", 9);
    static final Asset B = new Asset(1, "B", 9);
    static final VenueRef POOL = new VenueRef("pool");

    private final OracleModel<S> model;
    private S state;
    private long nowMillis;
    private Option<Double> spot = Option.none();
    private Map<String, Price> others = TreeMap.empty();

    Seen(OracleModel<S> model) {
        this.model = model;
        this.state = model.initial();
    }

    /** What it publishes so many milliseconds later at this price of the pool; none where it is silent. */
    Option<Price> after(long millis, double price) {
        nowMillis += millis;
        spot = Double.isNaN(price) ? Option.none() : Option.some(price);
        return look();
    }

    Option<Price> look() {
        Publication<S> publication = model.step(state, this);
        state = publication.state();
        return publication.price();
    }

    Seen<S> other(String name, String price, long observedMillis) {
        others = others.put(name, new Price(Decimal.of(price), observedMillis));
        return this;
    }

    @Override
    public Block block() {
        return new Block(0, nowMillis);
    }

    @Override
    public double market(MarketRef market) {
        throw new IllegalStateException("reads no market");
    }

    @Override
    public Option<Double> spot(VenueRef venue, Asset give, Asset get) {
        return venue.equals(POOL) && give.equals(A) && get.equals(B) ? spot : Option.none();
    }

    @Override
    public Seq<Parcel> redemption(Asset claim, long units) {
        return List.empty();
    }

    @Override
    public Option<Price> other(OracleRef oracle) {
        return others.get(oracle.name());
    }

    @Override
    public Draws draws() {
        throw new IllegalStateException("draws nothing");
    }
}
