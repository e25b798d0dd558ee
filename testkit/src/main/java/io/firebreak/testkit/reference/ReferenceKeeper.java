package io.firebreak.testkit.reference;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Does whatever a venue invites it to, and takes every offer that it can pay, whether it gains by it or not.
 *
 * <p>Where contracts are on offer it puts all it has of the venue's numeraire up as margin first. In an auction by best bid
 * it bids the least that is accepted, unless it leads.
 */
@About("Accepts every invitation and takes every offer that it can pay.")
public record ReferenceKeeper(
        @Parameter("where it takes") VenueRef venue, @Parameter("what it begins with") Parcel capital)
        implements AgentModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital);
    }

    @Override
    public Decision<Nothing> decide(Nothing state, AgentView view) {
        Seq<Action> actions = view.invitations(venue)
                .map(this::accept)
                .appendAll(
                        view.offers(venue).filter(offer -> !leads(offer, view)).map(offer -> take(offer, view)));
        return new Decision<>(state, actions.map(action -> Submission.of(action, 0)), Wake.onOffer(venue));
    }

    private Action accept(Invitation invitation) {
        return switch (invitation.step()) {
            case KICK -> new Action.Kick(venue, invitation.target());
            case SETTLE -> new Action.Settle(venue, invitation.target());
            case RESTART -> new Action.Restart(venue, invitation.target());
        };
    }

    private static boolean leads(StandingOffer offer, AgentView view) {
        return offer.ask() instanceof Ask.BestBid best && best.leader().contains(view.self());
    }

    private Action take(StandingOffer offer, AgentView view) {
        if (offer.ask() instanceof Ask.BestBid best) {
            return bid(offer, Math.max(1, best.want()), best.give());
        }
        Asset numeraire = view.venue(venue).numeraire();
        Asset want = offer.pair().want();
        boolean onMargin = view.venue(venue).mostGive(view.self(), want) == Long.MAX_VALUE
                || view.venue(venue).mostGive(view.self(), offer.pair().give()) == Long.MAX_VALUE;
        if (onMargin) {
            Action margin = new Action.Deposit(venue, numeraire, Quantity.all());
            return new Action.Bundle(Vector.of(margin, bid(offer, Long.MAX_VALUE, 0)));
        }
        long pay = Math.min(offer.mostWant(), view.balance(view.self(), want));
        return bid(offer, pay, 0);
    }

    private Action bid(StandingOffer offer, long pay, long receive) {
        return new Action.Bid(venue, offer.target(), offer.pair(), Quantity.of(pay), receive);
    }
}
