package io.firebreak.amm;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.math.BigInteger;

/** A constant product of two assets under test. */
final class Pool {
    static final Asset A = new Asset(0, "A", 9);
    static final Asset B = new Asset(1, "B", 9);

    final OneVenue<ConstantProduct.State> venue;

    private Pool(ConstantProduct model) {
        venue = new OneVenue<>(model, A, B);
    }

    static Pool empty() {
        return new Pool(model(1000, false));
    }

    static Pool of(ConstantProduct model) {
        return new Pool(model);
    }

    static ConstantProduct model(long minimumLiquidity, boolean protocolFee) {
        return new ConstantProduct(A, B, Ratio.of("0.003"), minimumLiquidity, protocolFee);
    }

    /** As a scenario seeds it. */
    static Pool seeded(long a, long b) {
        Pool pool = empty();
        pool.venue.give(pool.account(), A, a).give(pool.account(), B, b).after(1);
        return pool;
    }

    AccountId account() {
        return venue.own("pool");
    }

    /** A wallet that holds exactly this. */
    AccountId wallet(String name, long a, long b) {
        AccountId wallet = venue.wallet(name);
        venue.give(wallet, A, a - venue.balance(wallet, A)).give(wallet, B, b - venue.balance(wallet, B));
        return wallet;
    }

    Either<Rejection, Long> swap(AccountId sender, Asset give, long units, Asset get, long atLeast) {
        return venue.act(sender, new Action.Swap(OneVenue.VENUE, give, Quantity.of(units), get, atLeast));
    }

    Either<Rejection, Long> provide(AccountId sender, long a, long b) {
        return venue.act(sender, new Action.Provide(OneVenue.VENUE, List.of(Quantity.of(a), Quantity.of(b))));
    }

    Either<Rejection, Long> redeemAll(AccountId sender) {
        return venue.act(sender, new Action.Redeem(OneVenue.VENUE, shares(), Quantity.all()));
    }

    Either<Rejection, Long> flashBorrow(AccountId sender, Asset asset, long units) {
        return venue.act(sender, new Action.FlashBorrow(OneVenue.VENUE, asset, Quantity.of(units)));
    }

    Either<Rejection, Long> flashReturn(AccountId sender, Asset asset) {
        return venue.act(sender, new Action.FlashReturn(OneVenue.VENUE, asset));
    }

    Asset shares() {
        return venue.issued("shares");
    }

    long supply() {
        return -venue.balance(account(), shares());
    }

    long reserve(Asset asset) {
        return venue.balance(account(), asset);
    }

    BigInteger k() {
        return BigInteger.valueOf(reserve(A)).multiply(BigInteger.valueOf(reserve(B)));
    }
}
