package io.firebreak.lending.stability;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.SparesLast;
import io.firebreak.api.liquidation.StatesReward;
import io.firebreak.api.liquidation.StatesSeizure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.lending.seizure.Portion;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Offers an unsafe account to whoever stands ready (a stability pool), all of its collateral for all of its debt whatever
 * either is worth, as much as they can pay; the rest is forfeited at once, for a loss layer to share out. An account of
 * several collaterals or debts is taken {@link Portion} by portion.
 *
 * <p>Where the venue is stricter with new debt than with old (recovery mode), an account that is worth no more than it owes is
 * not offered at all, and one that is worth {@code most} times its debt or more only where all of its debt can be paid. The
 * last account is left alone.
 */
@About(
        value = "Offers all collateral for all debt to whoever stands ready; what they cannot pay is shared out.",
        follows = "Liquity v1 b9dcdbd3: TroveManager.sol, liquidate and _liquidateRecoveryMode",
        simplifies = "in the block of a liquidation anybody may take what the pool was"
                + " to take and did not; a surplus stays in the account")
public record Offset(
        @Parameter(
                        value = "most collateral that is taken, as a multiple of the debt's value",
                        unit = "ratio",
                        preset = "110%",
                        min = "100%",
                        source = "Liquity v1: LiquityBase.sol, MCR")
                Ratio most,
        @Parameter(
                        value = "the part of the collateral that goes to whoever finds the account",
                        unit = "ratio",
                        preset = "0.5%",
                        min = "0",
                        max = "50%",
                        source = "Liquity v1: LiquityBase.sol, PERCENT_DIVISOR")
                Ratio finderShare,
        @Parameter(
                        value = "what it is paid besides, of the treasury; nothing without it",
                        source = "Liquity v1: LiquityBase.sol, 200 LUSD")
                Option<Parcel> reward)
        implements LiquidationModel<Nothing>, SparesLast, SparesContracts, StatesReward, StatesSeizure {
    @Override
    public String whyNoContracts() {
        return "whoever stands ready pays debts off, and has no margin on which to hold a position";
    }

    @Override
    public Option<Ratio> sparesFrom() {
        return Option.some(most);
    }

    @Override
    public Option<Ratio> seized() {
        return Option.some(most);
    }

    @Override
    public Option<Parcel> flat() {
        return reward;
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        MarginView view = docket.view();
        Ruling<Nothing> ruling = Ruling.of(state);
        for (AccountId account : docket.unsafe()) {
            for (Liquidation liquidation : Liquidation.of(account, this, view)) {
                ruling = ruling.invite(account, Invitation.Step.KICK, liquidation.worthToFinder(reward, view));
            }
        }
        for (AccountId lot : docket.due()) {
            ruling = offered(ruling, lot, view);
        }
        return ruling;
    }

    /** A fresh lot is offered, one that was is given up: who stands ready was asked in between. */
    private static Ruling<Nothing> offered(Ruling<Nothing> ruling, AccountId lot, MarginView view) {
        Option<Parcel> there = view.holdings(lot).find(parcel -> parcel.units() > 0);
        Option<Parcel> owed = view.holdings(lot).find(parcel -> parcel.units() < 0);
        if (there.isEmpty() || owed.isEmpty() || view.offer(lot).isDefined()) {
            return ruling.withdraw(lot).then(new Order.Forfeit(lot));
        }
        Asset give = there.get().asset();
        Asset want = owed.get().asset();
        return ruling.offer(
                        lot,
                        new Pair(give, want),
                        Limit.ofExposure(Ratio.ONE),
                        new ForAll(-owed.get().units(), there.get().units()))
                .wakeAt(lot, view.block().timeMillis() + 1);
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        if (call instanceof Call.Bid bid) {
            return Ruling.fillAtAsk(state, bid).map(filled -> closed(filled, bid));
        }
        if (!(call instanceof Call.Kick)) {
            return Ruling.refuse(Reason.NOT_OFFERED, "accounts are kicked, and lots bid for");
        }
        return Liquidation.of(call.target(), this, view)
                .toEither(() -> new Rejection(Reason.LIMIT_REACHED, "nobody could take it over"))
                .map(liquidation -> liquidation.orders(Ruling.of(state), call, reward, view));
    }

    /** The lot ends with its debt. */
    private static Ruling<Nothing> closed(Ruling<Nothing> filled, Call.Bid bid) {
        long owed = bid.offer().mostWant();
        boolean all = filled.orders()
                .exists(order -> order instanceof Order.Fill fill && fill.want().units() == owed);
        return all ? filled.then(new Order.Close(bid.target())) : filled;
    }
}
