package io.firebreak.perp;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.control.Either;
import java.time.Duration;

/** A pool-perp in USDC under test. */
final class Exchange {
    static final Asset USDC = new Asset(0, "USDC", 6);
    static final long DOLLAR = 1_000_000;
    static final long CONTRACT = 1_000_000_000;
    static final Duration INTERVAL = Duration.ofHours(8);

    final OneVenue<PoolPerp.State> venue;
    final AccountId trader;

    private Exchange(PoolPerp model, long pool) {
        venue = new OneVenue<>(model, USDC);
        venue.give(pool(), USDC, pool).after(1);
        trader = venue.wallet("trader");
    }

    static Exchange withPool(long units) {
        return new Exchange(model("5"), units);
    }

    static Exchange withLiquidationFee(String fee, long pool) {
        return new Exchange(model(fee), pool);
    }

    static PoolPerp model(String liquidationFee) {
        return new PoolPerp(
                USDC,
                new OracleRef("btc"),
                9,
                Ratio.of("0.001"),
                Decimal.of(50),
                Decimal.of(50),
                Decimal.of(liquidationFee),
                Ratio.of("0.0006"),
                INTERVAL);
    }

    AccountId pool() {
        return venue.own("pool");
    }

    AccountId account() {
        return venue.marginAccount(trader);
    }

    Asset contract() {
        return venue.issued("contract");
    }

    Asset quote() {
        return venue.issued("quote");
    }

    Exchange deposit(long units) {
        venue.give(trader, USDC, units);
        venue.act(trader, new Action.Deposit(OneVenue.VENUE, USDC, Quantity.all()));
        return this;
    }

    Either<Rejection, Long> trade(long contracts) {
        return venue.act(trader, new Action.Trade(OneVenue.VENUE, contract(), contracts));
    }

    Either<Rejection, Long> withdraw(Quantity quantity) {
        return venue.act(trader, new Action.Withdraw(OneVenue.VENUE, USDC, quantity));
    }

    /** Swaps contracts for money as a liquidation at that price does, and settles. */
    void takeOver(long contracts, long money) {
        AccountId taker = venue.marginAccount(venue.wallet("taker"));
        venue.post(new Posting(
                        contracts > 0 ? account() : taker,
                        contracts > 0 ? taker : account(),
                        contract(),
                        Math.abs(contracts)))
                .post(new Posting(
                        money > 0 ? taker : account(), money > 0 ? account() : taker, quote(), Math.abs(money)));
        model("5").settle(account(), venue).forEach(venue::post);
    }

    Position position() {
        return Position.of(account(), USDC, venue);
    }

    long pooled() {
        return venue.balance(pool(), USDC);
    }

    long fees() {
        return venue.balance(venue.treasury(), USDC);
    }
}
