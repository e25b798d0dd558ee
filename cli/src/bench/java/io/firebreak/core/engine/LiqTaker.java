package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Takes every offer of a step whole, and sells each time what it got. */
record LiqTaker(VenueRef venue, Asset eth, Asset usd, long cash) implements AgentModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Decision<Nothing> decide(Nothing state, AgentView view) {
        Action sale = new Action.Swap(venue, eth, Quantity.all(), usd, 0);
        List<Submission> sent = List.empty();
        for (StandingOffer offer : view.offers(venue)) {
            Action bid = new Action.Bid(venue, offer.target(), offer.pair(), Quantity.of(offer.mostWant()), 0);
            sent = sent.prepend(Submission.of(bid, 0)).prepend(Submission.of(sale, 0));
        }
        return new Decision<>(state, sent.reverse(), Wake.onOffer(venue));
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(new Parcel(usd, cash));
    }
}
