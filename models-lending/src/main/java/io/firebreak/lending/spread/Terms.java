package io.firebreak.lending.spread;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.view.Price;
import io.firebreak.lending.seizure.Portion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The terms on which anyone may liquidate at the oracle's price.
 *
 * <p>For {@code r} of debt cleared the account gives {@code r · factor} worth of collateral, and the taker pays {@code r · (1 +
 * fee)}; the fee goes to the venue's treasury. Contracts bear no fee: it could not be paid in them.
 *
 * @param feeOnBonus share of the bonus that is the venue's
 * @param feeOnDebt share of what is cleared that comes on top
 */
public record Terms(CloseRule rule, Bonus bonus, Ratio feeOnBonus, Ratio feeOnDebt) {
    /** Opens every unsafe account on these terms. */
    Ruling<Nothing> rule(Nothing state, Docket docket) {
        return docket.unsafe().foldLeft(Ruling.of(state), this::offer);
    }

    private Ruling<Nothing> offer(Ruling<Nothing> ruling, AccountId account) {
        boolean free = feeOnBonus.equals(Ratio.ZERO) && feeOnDebt.equals(Ratio.ZERO);
        return ruling.offer(
                account,
                free && rule instanceof CloseRule.Constant part ? Limit.ofExposure(part.share()) : new Most(this),
                free && bonus instanceof Bonus.Constant fixed
                        ? new Ask.OverOracle(fixed.share())
                        : new AtFactor(this, account));
    }

    /**
     * Fills a bid, less the fee, and opens what is left of an account that is still unsafe, so that a bundle may take it
     * again; refuses a part that leaves less than the rule allows.
     */
    Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return call instanceof Call.Bid bid
                ? Ruling.fillAtAsk(state, bid)
                        .flatMap(filled -> fill((Order.Fill) filled.reversed().head(), bid, view))
                : Ruling.refuse(Reason.NOT_OFFERED, "unsafe accounts are open to bids at once: send a bid");
    }

    private Either<Rejection, Ruling<Nothing>> fill(Order.Fill fill, Call.Bid bid, MarginView view) {
        AccountId account = bid.target();
        Option<Exposure> exposed = view.exposure(account, bid.offer().pair());
        if (exposed.isEmpty()) {
            return Ruling.refuse(
                    Reason.NOT_THERE, "nothing is owed in " + bid.offer().pair());
        }
        Exposure exposure = exposed.get();
        long want = fill.want().units();
        long penalty = penalty(want, exposure, fee(account, exposure.pair(), view));
        boolean all = want == bid.offer().mostWant()
                || fill.give().units() == bid.offer().mostGive();
        Loan loan = new Loan(account, exposure, bonus.factor(account, view), view);
        long cleared = exposure.onWant() ? want - penalty : fill.give().units();
        if (!all && rule.leastLeft().signum() > 0 && loan.leavesLess(loan.worth(cleared), rule.leastLeft())) {
            return Ruling.refuse(
                    Reason.TOO_SMALL,
                    "less than " + rule.leastLeft() + " would be left: take less, or "
                            + bid.offer().mostWant());
        }
        Ruling<Nothing> filled = Ruling.of(Nothing.NOTHING)
                .then(new Order.Fill(fill.target(), fill.taker(), fill.payer(), fill.give(), fill.want(), penalty));
        return Either.right(offer(filled, account));
    }

    private static long penalty(long want, Exposure exposure, BigDecimal fee) {
        if (fee.signum() == 0) {
            return 0;
        }
        long part = BigDecimal.valueOf(want)
                .multiply(fee)
                .divide(BigDecimal.ONE.add(fee), 0, RoundingMode.DOWN)
                .longValueExact();
        return Math.max(part, want - exposure.units());
    }

    /** What a taker pays besides, for each unit cleared. */
    BigDecimal fee(AccountId account, Pair pair, MarginView view) {
        return Portion.isOfContracts(account, pair, view)
                ? BigDecimal.ZERO
                : feeOnDebt
                        .value()
                        .toBigDecimal()
                        .add(bonus.factor(account, view)
                                .bonus()
                                .multiply(feeOnBonus.value().toBigDecimal()));
    }

    /** The greatest fee there can be. */
    Ratio mostFee() {
        return new Ratio(
                feeOnDebt.value().plus(feeOnBonus.value().timesDown(bonus.most().value())));
    }

    /** The oracle's price, less the bonus and with the fee. */
    record AtFactor(Terms terms, AccountId account) implements Ask {
        @Override
        public Option<AskPrice> price(Pair pair, MarginView view) {
            Option<Decimal> give = view.price(pair.give()).map(Price::value);
            Option<Decimal> want = view.price(pair.want()).map(Price::value);
            if (give.isEmpty() || want.isEmpty()) {
                return Option.none();
            }
            Factor factor = terms.bonus().factor(account, view);
            BigDecimal fee = terms.fee(account, pair, view);
            return Option.some(AskPrice.of(
                    give.get().toBigDecimal().multiply(factor.under()).multiply(BigDecimal.ONE.add(fee)),
                    want.get().toBigDecimal().multiply(factor.over()),
                    pair.want(),
                    pair.give(),
                    terms.bonus().dependsOnAccount() ? view.block().timeMillis() : AskPrice.UNTIL_PRICES_CHANGE));
        }
    }

    /** As much as the close rule allows, with the fee. */
    record Most(Terms terms) implements Limit.Asked {
        @Override
        public long most(AccountId target, Exposure exposure, MarginView view) {
            Loan loan = new Loan(target, exposure, terms.bonus().factor(target, view), view);
            long cleared = Math.max(1, terms.rule().most(loan));
            return BigDecimal.valueOf(cleared)
                    .multiply(BigDecimal.ONE.add(terms.fee(target, exposure.pair(), view)))
                    .setScale(0, RoundingMode.UP)
                    .longValueExact();
        }
    }
}
