package io.firebreak.amm.concentrated;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** A pool of concentrated liquidity under test, at a price of one and a fee of 0.3 %. */
final class Pool {
    static final Asset A = new Asset(0, "A", 9);
    static final Asset B = new Asset(1, "B", 9);
    static final long UNIT = 1_000_000_000;

    final OneVenue<ConcentratedLiquidity.State> venue;

    private Pool(ConcentratedLiquidity model) {
        venue = new OneVenue<>(model, A, B);
    }

    static ConcentratedLiquidity model(PriceRange... ranges) {
        return new ConcentratedLiquidity(A, B, Ratio.of("0.003"), 60, Decimal.ONE, Vector.of(ranges), 1000);
    }

    static Pool of(PriceRange... ranges) {
        return new Pool(model(ranges));
    }

    Pool seeded(long a, long b) {
        venue.give(venue.own("pool"), A, a).give(venue.own("pool"), B, b).after(1);
        return this;
    }

    /** A wallet that holds exactly this. */
    AccountId wallet(String name, long a, long b) {
        AccountId wallet = venue.wallet(name);
        venue.give(wallet, A, a - venue.balance(wallet, A)).give(wallet, B, b - venue.balance(wallet, B));
        return wallet;
    }

    Either<Rejection, Long> swap(AccountId sender, Asset give, long units) {
        return venue.act(sender, new Action.Swap(OneVenue.VENUE, give, Quantity.of(units), give.equals(A) ? B : A, 0));
    }

    Either<Rejection, Long> provide(AccountId sender, int range, long a, long b) {
        return venue.act(
                sender,
                new Action.Provide(
                        OneVenue.VENUE, List.of(Quantity.of(a), Quantity.of(b)), Option.some(shares(range))));
    }

    Either<Rejection, Long> redeemAll(AccountId sender, int range) {
        return venue.act(sender, new Action.Redeem(OneVenue.VENUE, shares(range), Quantity.all()));
    }

    Asset shares(int range) {
        return venue.issued("range-" + range);
    }

    long reserve(Asset asset) {
        return venue.balance(venue.own("pool"), asset);
    }

    double price() {
        return model().price(venue.state(), A, B, venue).get();
    }
}
