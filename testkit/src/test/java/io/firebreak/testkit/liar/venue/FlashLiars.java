package io.firebreak.testkit.liar.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Lenders within an action. */
public final class FlashLiars {
    private FlashLiars() {}

    /** Does not look whether its loans come back. */
    public record ForgetsItsLoans() implements Venue<Nothing>, SettlesAtEnd<Nothing>, Quotes<Nothing> {
        @Override
        public Plan plan() {
            return Plan.empty().own("reserve");
        }

        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Step<Nothing> advance(Nothing state, VenueView view) {
            return Step.of(state);
        }

        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            long there = view.balance(view.own("reserve"), Setting.USD);
            return action instanceof Action.FlashBorrow borrow
                            && borrow.asset().equals(Setting.USD)
                            && view.amount(borrow.quantity(), there) <= there
                    ? Either.right(Step.of(state)
                            .move(view.own("reserve"), sender, Setting.USD, view.amount(borrow.quantity(), there)))
                    : Either.left(new Rejection(Reason.NOT_OFFERED, "lends USD within an action"));
        }

        @Override
        public Option<Rejection> atEnd(Nothing state, VenueView view) {
            return Option.none();
        }

        @Override
        public long quote(Nothing state, Asset give, long units, Asset get, VenueView view) {
            return give.equals(Setting.USD) && get.equals(give)
                    ? Math.min(units, view.balance(view.own("reserve"), give))
                    : 0;
        }
    }
}
