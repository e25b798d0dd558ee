package io.firebreak.core.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.Price;
import io.firebreak.core.random.Streams;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** An oracle at work in a world of one market, for tests. */
final class Feed<S> {
    static final MarketRef ETH = new MarketRef("ETH");
    static final OracleRef OTHER = new OracleRef("other");

    private final OracleModel<S> model;
    private S state;
    private Option<Price> shown = Option.none();
    private long block;

    Feed(OracleModel<S> model) {
        this.model = model;
        this.state = model.initial();
    }

    /** One block; returns whether it published. */
    boolean step(long millis, double market) {
        return step(millis, market, Option.none());
    }

    boolean step(long millis, Option<Price> other) {
        return step(millis, Double.NaN, other);
    }

    private boolean step(long millis, double market, Option<Price> other) {
        long number = block++;
        Publication<S> publication = model.step(state, new OracleView() {
            @Override
            public Block block() {
                return new Block(number, millis);
            }

            @Override
            public double market(MarketRef name) {
                return market;
            }

            @Override
            public Option<Double> spot(VenueRef venue, Asset give, Asset get) {
                return Option.none();
            }

            @Override
            public Seq<Parcel> redemption(Asset claim, long units) {
                return List.empty();
            }

            @Override
            public Option<Price> other(OracleRef oracle) {
                return other;
            }

            @Override
            public Draws draws() {
                return new Streams(5).at("oracle", 0, number);
            }
        });
        state = publication.state();
        shown = publication.price().orElse(shown);
        return publication.price().isDefined();
    }

    double shown() {
        return shown.get().value().toDouble();
    }

    long observed() {
        return shown.get().observedMillis();
    }

    boolean silent() {
        return shown.isEmpty();
    }
}
