package io.firebreak.api.loss;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Mechanism;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * Who bears what is missing: one layer of a waterfall, asked in the order of the scenario while something is missing. A
 * layer that sells claims is a {@link io.firebreak.api.liquidation.Seller} too.
 *
 * @param <S> its state, one immutable value
 */
public interface LossModel<S> extends Mechanism {
    S initial();

    /** Asked once a block while something is missing and no layer above is at work. */
    Bearing<S> bear(S state, Shortfall shortfall, MarginView view);

    /** What its own account holds when the run begins, bought from {@code outside}. */
    default Seq<Parcel> endowment() {
        return List.empty();
    }

    /** Whose money it pays with. */
    default Purse paysFrom() {
        return Purse.ITSELF;
    }

    /** Whose money a loss layer pays with. */
    enum Purse {
        /** Its own account's. */
        ITSELF,
        /** The venue's treasury's. */
        TREASURY,
        /** That of whoever lent what is missing: {@link MarginView#lenders}. */
        LENDERS,
        /** That of a venue that covers this one: {@link MarginView#cover}. */
        COVER
    }

    /** The asset that its own account may issue without limit, diluting its holders. */
    default Option<Asset> issues() {
        return Option.none();
    }
}
