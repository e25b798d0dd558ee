package io.firebreak.testkit.rule.auction;

import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Exact;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;

/** Asks every ask anew: the engine asked it once, for as long as it said that its price holds. */
final class StandingPrices implements Watch {
    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
            return;
        }
        for (int venue = 0; venue < scene.venues(); venue++) {
            for (int target : scene.targets(venue)) {
                for (StandingOffer offer : scene.offer(venue, target, null)) {
                    AskPrice stands = offer.price();
                    for (AskPrice anew : offer.ask().price(offer.pair(), scene.view(venue))) {
                        notes.met();
                        if (Exact.compareProducts(anew.want(), stands.give(), stands.want(), anew.give()) != 0) {
                            notes.breach(scene.name(offer.target()) + " is on offer at " + shown(stands, offer)
                                    + ", and its ask now says " + shown(anew, offer));
                        }
                    }
                }
            }
        }
    }

    static String shown(AskPrice price, StandingOffer offer) {
        return price.want() + " " + offer.pair().want() + " units for " + price.give() + " "
                + offer.pair().give() + " units";
    }
}
