package io.firebreak.lending.seizure;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StartsAtOnce;
import io.firebreak.api.liquidation.StatesReward;
import io.firebreak.api.liquidation.StatesSeizure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;

/**
 * Whoever finds an unsafe account may hand it over to the protocol: its debts become the venue's shortfall, and its
 * collateral, up to a multiple of the debts, the venue's estate. What becomes of both the loss layers say: they sell it
 * ({@code absorb}) or share it out ({@code redistribute}).
 */
@About(
        value = "The protocol takes the whole account over; loss layers sell it or share it out.",
        follows = "Compound III d5a30b0a: Comet.sol absorb; Liquity v1 b9dcdbd3: TroveManager.sol",
        simplifies = "an account is taken over as a whole, never in part")
public record Seizure(
        @Parameter(
                        value =
                                "most collateral that is taken, as a multiple of the debts' value; without it all of it",
                        unit = "ratio",
                        min = "100%",
                        source = "Compound III: 1 ÷ liquidation factor; Liquity v1: 110 %")
                Option<Ratio> most,
        @Parameter("what whoever finds it is paid, of the treasury; without it nothing") Option<Parcel> reward)
        implements LiquidationModel<Nothing>, SparesContracts, StatesReward, StatesSeizure, StartsAtOnce {
    @Override
    public String whyNoContracts() {
        return "what is taken over becomes the venue's estate, and no loss layer sells a position or shares one out";
    }

    @Override
    public Option<Ratio> seized() {
        return most;
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
        return docket.unsafe()
                .foldLeft(
                        Ruling.of(state),
                        (ruling, account) -> ruling.invite(
                                account,
                                Invitation.Step.KICK,
                                reward.map(Parcel::units).getOrElse(0L)));
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        if (!(call instanceof Call.Kick)) {
            return Ruling.refuse(Reason.NOT_OFFERED, "an account is taken over, not bid for");
        }
        AccountId account = call.target();
        AccountId lot = view.freshLot(0);
        Ruling<Nothing> taken = Ruling.of(state)
                .then(new Order.Withdraw(account))
                .then(new Order.Seize(account, lot, parcels(account, view)))
                .then(new Order.Forfeit(lot));
        return Either.right(reward.fold(() -> taken, parcel -> taken.then(new Order.Reward(call.caller(), parcel))));
    }

    /** All debts, and of every holding the same part, rounded down. */
    private Seq<Parcel> parcels(AccountId account, MarginView view) {
        Seq<Parcel> held = view.holdings(account);
        BigDecimal worth = Portion.worth(held.filter(parcel -> parcel.units() > 0), view);
        BigDecimal debts = Portion.worth(held.filter(parcel -> parcel.units() < 0), view);
        BigDecimal wanted =
                most.map(share -> debts.multiply(share.value().toBigDecimal())).getOrElse(worth);
        return wanted.compareTo(worth) >= 0
                ? held
                : held.map(parcel -> parcel.units() < 0
                                ? parcel
                                : new Parcel(parcel.asset(), Portion.part(parcel.units(), wanted, worth)))
                        .filter(parcel -> parcel.units() != 0);
    }
}
