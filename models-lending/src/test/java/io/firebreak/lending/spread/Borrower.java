package io.firebreak.lending.spread;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.VAULT;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.MakerCases;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.MathContext;

/** A borrower of DAI against ETH, whatever they stand for, and a rich taker; amounts in whole units of 9 decimals. */
final class Borrower {
    private static final long PURSE = 4_000_000_000_000_000_000L;

    final FakeVenueView view = new FakeVenueView();
    private final LiquidationModel<Nothing> model;

    Borrower(LiquidationModel<Nothing> model, String collateral, String debt) {
        this.model = model;
        view.give(ALI, DAI, PURSE).loan(VAULT, units(collateral), units(debt));
    }

    /** Prices in the numeraire, and how much of the collateral counts. */
    Borrower at(String collateralPrice, String debtPrice, String threshold) {
        view.price(ETH, collateralPrice).price(DAI, debtPrice).threshold(threshold);
        return this;
    }

    static long units(String whole) {
        return MakerCases.units(new BigDecimal(whole));
    }

    BigDecimal health() {
        var health = view.health(VAULT, Requirement.MAINTENANCE);
        return BigDecimal.valueOf(health.assets()).divide(BigDecimal.valueOf(health.debts()), MathContext.DECIMAL64);
    }

    boolean unsafe() {
        return view.health(VAULT, Requirement.MAINTENANCE).unsafe();
    }

    /** What stands on the account now. */
    StandingOffer offer() {
        view.carryOut(model.rule(Nothing.NOTHING, view.docket(VAULT)).orders());
        return view.offer(VAULT).get();
    }

    /** Pays at most so much, at any price. */
    Either<Rejection, Ruling<Nothing>> take(long pay) {
        offer();
        var answer = model.answer(Nothing.NOTHING, view.bid(ALI, VAULT, pay, 0), view);
        answer.forEach(ruling -> view.carryOut(ruling.orders()));
        return answer;
    }

    Either<Rejection, Ruling<Nothing>> takeAll() {
        return take(PURSE);
    }

    long received() {
        return view.balance(ALI, ETH);
    }

    long paid() {
        return PURSE - view.balance(ALI, DAI);
    }

    long fee() {
        return view.balance(FakeVenueView.TREASURY, DAI);
    }

    long collateral() {
        return view.balance(VAULT, ETH);
    }

    long debt() {
        return -view.balance(VAULT, DAI);
    }

    /** Units of the debt asset in units of collateral, at the venue's prices. */
    double inCollateral(long units) {
        return units * price(DAI) / price(ETH);
    }

    private double price(Asset asset) {
        return view.price(asset).get().value().toDouble();
    }

    /** The loan as a close rule sees it, at a bonus. */
    Loan loan(Bonus bonus) {
        return new Loan(VAULT, view.exposure(VAULT, LOAN).get(), bonus.factor(VAULT, view), view);
    }
}
