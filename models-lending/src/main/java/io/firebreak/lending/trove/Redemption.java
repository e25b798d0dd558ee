package io.firebreak.lending.trove;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.math.RoundingMode;

/** Collateral at face value for the debt asset, from the riskiest trove that is not unsafe, then from the next. */
record Redemption(Trove troves, Decimal price, VenueView view) {
    Either<Rejection, Step<BaseRate>> from(BaseRate state, AccountId sender, long units) {
        Totals all = Totals.of(troves, price, view);
        if (all.isBelow(troves.minRatio())) {
            return Trove.refuse(Reason.UNSAFE_AFTERWARDS, "all troves together are below the minimum ratio");
        }
        AccountId treasury = view.treasury();
        long reserves = view.balance(treasury, troves.debt());
        Step<BaseRate> step = Step.of(state);
        long left = units;
        long taken = 0;
        long cleared = 0;
        long shares = 0;
        for (AccountId trove : riskiestFirst(all)) {
            long owed = troves.debts().owed(trove, view);
            long reserve = troves.reserveOf(owed, reserves);
            long net = owed - reserve;
            long lot = Math.min(left, net);
            if (lot == 0 || (lot < net && net - lot < troves.leastDebt())) {
                break;
            }
            boolean closes = lot == net;
            // What its shares leave of a partly redeemed debt is more than the difference: the trove keeps collateral
            // for it.
            long given = worth(closes ? lot : owed - troves.debts().owedAfter(trove, lot, cleared, shares, view));
            step = troves.debts()
                    .repay(
                            closes ? step.move(treasury, sender, troves.debt(), reserve) : step,
                            trove,
                            sender,
                            closes ? owed : lot,
                            view)
                    .move(trove, sender, troves.collateral(), given);
            cleared += owed;
            shares += troves.debts().shares(trove, view);
            reserves -= closes ? reserve : 0;
            left -= lot;
            taken = Math.addExact(taken, given);
        }
        long redeemed = units - left;
        if (redeemed == 0) {
            return Trove.refuse(Reason.TOO_SMALL, "no trove would be left with enough debt, or none");
        }
        BaseRate rate = state.decayed(view.block().timeMillis()).raised(redeemed, all.owed());
        long fee = Exact.mulDivUp(taken, Math.min(BaseRate.ONE, troves.leastRate() + rate.rate()), BaseRate.ONE);
        if (fee >= taken) {
            return Trove.refuse(Reason.TOO_SMALL, "the fee would eat up what is redeemed");
        }
        return Either.right(new Step<>(rate, step.reversed(), step.marks(), taken - fee)
                .move(sender, treasury, troves.collateral(), fee));
    }

    /** What so much debt is worth of collateral, rounded down. */
    private long worth(long units) {
        int shift = troves.collateral().decimals() - troves.debt().decimals();
        return Exact.convert(units, Decimal.ONE, price, shift, RoundingMode.DOWN);
    }

    private Seq<AccountId> riskiestFirst(Totals all) {
        return view.debtors()
                .map(all::one)
                .zip(view.debtors())
                .filter(each -> !each._1.isBelow(troves.minRatio()))
                .sorted((a, b) -> Exact.compareProducts(a._1.held(), b._1.owed(), b._1.held(), a._1.owed()))
                .map(each -> each._2);
    }
}
