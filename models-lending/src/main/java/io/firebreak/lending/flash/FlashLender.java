package io.firebreak.lending.flash;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.NOT_THERE;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Lends its reserve for the length of one action: an action that ends with a loan open is undone as a whole.
 *
 * <p>The reserve is what its account {@code reserve} holds. The fee is rounded up. A quote of the asset against itself says
 * how much of a wanted loan the reserve covers.
 */
@About(
        value = "Lends within one action, to anyone, without collateral.",
        follows = "Aave v1 flashLoan; ERC-3156",
        simplifies = "its reserve earns nothing else")
public record FlashLender(
        @Parameter("what is lent") Asset asset,
        @Parameter(
                        value = "share of a loan that is paid for it",
                        unit = "ratio",
                        preset = "0.09%",
                        min = "0",
                        max = "1",
                        source = "Aave v1 and v2")
                Ratio fee)
        implements Venue<Loans>, SettlesAtEnd<Loans>, Quotes<Loans> {
    private static final String RESERVE = "reserve";

    @Override
    public Plan plan() {
        return Plan.empty().own(RESERVE);
    }

    @Override
    public Loans initial() {
        return Loans.NONE;
    }

    @Override
    public Step<Loans> advance(Loans state, VenueView view) {
        return Step.of(state);
    }

    @Override
    public Either<Rejection, Step<Loans>> act(Loans state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId reserve = view.own(RESERVE);
        if (action instanceof Action.FlashBorrow borrow && borrow.asset().equals(asset)) {
            long there = view.balance(reserve, asset);
            long units = view.amount(borrow.quantity(), there);
            if (units > there) {
                return refuse(LIMIT_REACHED, "the reserve holds " + asset.show(there));
            }
            long owed = state.owed().get(sender).getOrElse(0L) + units + fee.ofUp(units);
            return Either.right(Step.of(new Loans(state.owed().put(sender, owed)))
                    .move(reserve, sender, asset, units)
                    .returning(units));
        }
        if (action instanceof Action.FlashReturn back && back.asset().equals(asset)) {
            return state.owed()
                    .get(sender)
                    .toEither(() -> new Rejection(NOT_THERE, "no loan to return"))
                    .flatMap(owed -> view.balance(sender, asset) < owed
                            ? refuse(INSUFFICIENT_FUNDS, asset.show(owed) + " must be returned")
                            : Either.right(Step.of(new Loans(state.owed().remove(sender)))
                                    .move(sender, reserve, asset, owed)
                                    .returning(owed)));
        }
        return refuse(NOT_OFFERED, "lends " + asset + " within an action, nothing else");
    }

    @Override
    public Option<Rejection> atEnd(Loans state, VenueView view) {
        return state.owed().isEmpty()
                ? Option.none()
                : Option.some(new Rejection(INSUFFICIENT_FUNDS, "a flash loan was not returned"));
    }

    @Override
    public long quote(Loans state, Asset give, long units, Asset get, VenueView view) {
        boolean lends = give.equals(asset) && get.equals(asset);
        return lends ? Math.min(units, view.balance(view.own(RESERVE), asset)) : 0;
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
