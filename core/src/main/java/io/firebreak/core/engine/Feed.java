package io.firebreak.core.engine;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.Live;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.random.Streams;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** An oracle during a run: its state, and what it shows. */
final class Feed<S> implements OracleView {
    private final OracleRef name;
    private final OracleModel<S> model;
    private final World world;
    private final Streams.Stream stream;
    private S state;
    private @Nullable Price price;

    Feed(OracleRef name, OracleModel<S> model, World world) {
        this.name = name;
        this.model = model;
        this.world = world;
        this.stream = world.streams.stream("oracle " + name);
        this.state = model.initial();
    }

    OracleRef name() {
        return name;
    }

    @Nullable
    Price price() {
        return price;
    }

    /** Whether it reads a market as it is at every moment, inside a block too. */
    boolean live() {
        return model instanceof Live;
    }

    /** One step; true where what it shows has changed. */
    boolean step() {
        Publication<S> publication = model.step(state, this);
        state = publication.state();
        Price published = publication.price().getOrNull();
        if (published == null) {
            return false;
        }
        if (published.value().signum() <= 0) {
            LawBroken broken = new LawBroken(Law.PRICE_RANGE, "publishes " + published.value());
            throw new Stopped("oracle " + name, world.block.number(), broken);
        }
        boolean moved = price == null || !price.value().equals(published.value());
        price = published;
        return moved;
    }

    @Override
    public Block block() {
        return world.block;
    }

    @Override
    public double market(MarketRef market) {
        return world.markets.market(market).price();
    }

    @Override
    public Option<Double> spot(VenueRef venue, Asset give, Asset get) {
        Desk<?> desk = world.desk(venue);
        return desk.price(give, get).orElse(() -> desk.quote(give, give.unitsDown(Decimal.ONE), get)
                .filter(paid -> paid > 0)
                .map(get::wholeAsDouble));
    }

    @Override
    public Seq<Parcel> redemption(Asset claim, long units) {
        return world.redemption(claim, units);
    }

    @Override
    public Option<Price> other(OracleRef oracle) {
        return Option.of(world.price(oracle));
    }

    @Override
    public Draws draws() {
        return stream.at(0, world.block.number());
    }
}
