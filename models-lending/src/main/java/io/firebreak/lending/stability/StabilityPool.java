package io.firebreak.lending.stability;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Exact;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Depositors who together take whatever a venue's liquidations offer, at the price it asks: their deposits shrink, and they
 * gain collateral, each in proportion.
 *
 * <p>Receipts say what a depositor had when it last did anything here: whatever it does pays its gain out and renews them. They
 * are no shares: nobody else can redeem them, and whoever has given them away must have them back to withdraw. Redeeming none
 * pays the gain alone.
 */
@About(
        value =
                "Depositors behind a standing bid: they pay the debt of whoever is liquidated and share the collateral.",
        follows = "Liquity v1 b9dcdbd3 as deployed in April 2021: StabilityPool.sol",
        simplifies = "no reward in a second token, no front ends; who sees a liquidation coming may leave before it")
public record StabilityPool(
        @Parameter("whose liquidations it takes") VenueRef venue,
        @Parameter("what is deposited, and pays the debts") Asset debt,
        @Parameter("what it receives for it") Asset collateral)
        implements Venue<Depositors>, StandsReady<Depositors> {
    private static final String PURSE = "deposits";
    private static final String RECEIPT = "receipt";

    @Override
    public Plan plan() {
        return Plan.empty().own(PURSE).claim(RECEIPT, debt.decimals(), Plan.Kind.SHARE);
    }

    @Override
    public Depositors initial() {
        return Depositors.NONE;
    }

    @Override
    public Step<Depositors> advance(Depositors state, VenueView view) {
        return Step.of(state);
    }

    @Override
    public Either<Rejection, Step<Depositors>> act(
            Depositors state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.Provide provide && provide.quantities().size() == 1) {
            long there = view.balance(sender, debt);
            long units = view.amount(provide.quantities().head(), there);
            if (units == 0) {
                return refuse(Reason.TOO_SMALL, "nothing would be deposited");
            }
            return units > there
                    ? refuse(Reason.INSUFFICIENT_FUNDS, debt.show(units) + " wanted, " + debt.show(there) + " there")
                    : change(state, sender, units, view);
        }
        if (action instanceof Action.Redeem redeem && redeem.shares().equals(view.issued(RECEIPT))) {
            long recorded = state.recorded(sender);
            long units = view.amount(redeem.quantity(), recorded);
            return units > recorded || recorded == 0
                    ? refuse(Reason.INSUFFICIENT_FUNDS, debt.show(recorded) + " was deposited")
                    : change(state, sender, -Exact.mulDivDown(state.left(sender), units, recorded), view);
        }
        return refuse(Reason.NOT_OFFERED, debt + " is provided, and receipts for it redeemed");
    }

    private Either<Rejection, Step<Depositors>> change(Depositors state, AccountId sender, long units, VenueView view) {
        Depositors next = state.change(sender, units);
        AccountId purse = view.own(PURSE);
        Asset receipt = view.issued(RECEIPT);
        long issued = next.recorded(sender) - state.recorded(sender);
        if (view.balance(sender, receipt) + issued < 0) {
            return refuse(Reason.INSUFFICIENT_FUNDS, receipt.show(-issued) + " must be returned");
        }
        return Either.right(Step.of(next)
                .move(sender, purse, debt, Math.max(0, units))
                .move(purse, sender, debt, Math.max(0, -units))
                .move(purse, sender, collateral, Math.min(state.gained(sender), view.balance(purse, collateral)))
                .move(purse, sender, receipt, Math.max(0, issued))
                .move(sender, purse, receipt, Math.max(0, -issued))
                .returning(Math.abs(units)));
    }

    @Override
    public VenueRef takesAt() {
        return venue;
    }

    @Override
    public String purse() {
        return PURSE;
    }

    @Override
    public Option<Pair> takesAll() {
        return Option.some(new Pair(collateral, debt));
    }

    @Override
    public long takes(Depositors state, StandingOffer offer, VenueView view) {
        if (!offer.pair().equals(new Pair(collateral, debt))) {
            return 0;
        }
        long asked = Math.min(offer.mostWant(), offer.price().wantUp(offer.mostGive()));
        return Math.min(asked, state.sums().total().longValueExact());
    }

    @Override
    public Step<Depositors> took(Depositors state, Parcel paid, Parcel received, VenueView view) {
        return Step.of(paid.units() == 0 ? state : state.pay(paid.units(), received.units()));
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
