package io.firebreak.testkit.liar.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Liars that stand ready to take what the venue beside them offers. */
public final class StandbyLiars {
    private StandbyLiars() {}

    /** Takes what it can, and gives whoever leaves a receipt's worth of money as long as there is some, and no collateral. */
    private interface AlmostReady extends Venue<Nothing>, StandsReady<Nothing> {
        @Override
        default VenueRef takesAt() {
            return Setting.VENUE;
        }

        @Override
        default String purse() {
            return "deposits";
        }

        @Override
        default Option<Pair> takesAll() {
            return Option.some(new Pair(Setting.ETH, Setting.USD));
        }

        @Override
        default Plan plan() {
            return Plan.empty().own("deposits").claim("receipt", 6, Plan.Kind.SHARE);
        }

        @Override
        default Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        default Step<Nothing> advance(Nothing state, VenueView view) {
            return Step.of(state);
        }

        @Override
        default Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            AccountId purse = view.own("deposits");
            Asset receipt = view.issued("receipt");
            if (action instanceof Action.Provide provide && provide.quantities().size() == 1) {
                long there = view.balance(sender, Setting.USD);
                long units = Math.min(there, view.amount(provide.quantities().head(), there));
                return Either.right(
                        Step.of(state).move(sender, purse, Setting.USD, units).move(purse, sender, receipt, units));
            }
            if (action instanceof Action.Redeem redeem && redeem.shares().equals(receipt)) {
                long there = view.balance(sender, receipt);
                long units = Math.min(
                        Math.min(there, view.amount(redeem.quantity(), there)), view.balance(purse, Setting.USD));
                return Either.right(
                        Step.of(state).move(sender, purse, receipt, units).move(purse, sender, Setting.USD, units));
            }
            return Either.left(new Rejection(Reason.NOT_OFFERED, "provide or redeem"));
        }

        @Override
        default long takes(Nothing state, StandingOffer offer, VenueView view) {
            return Math.min(
                    Math.min(offer.mostWant(), offer.price().wantUp(offer.mostGive())),
                    view.balance(view.own("deposits"), Setting.USD));
        }

        @Override
        default Step<Nothing> took(Nothing state, Parcel paid, Parcel received, VenueView view) {
            return Step.of(state);
        }
    }

    /** Takes nothing. */
    public record LooksOn() implements AlmostReady {
        @Override
        public long takes(Nothing state, StandingOffer offer, VenueView view) {
            return 0;
        }
    }

    /** Pays those out first who leave first, and keeps what it received. */
    public record FirstComeFirstServed() implements AlmostReady {}
}
