package io.firebreak.testkit.rule.loss;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.SharesOut;
import io.firebreak.api.loss.StatesTarget;
import io.firebreak.api.metric.Event;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import java.util.Arrays;

/** What rules 457 to 459 look at: what becomes of what was forfeited. */
final class Estates {
    private Estates() {}

    private static LossModel<?> layer(Scene scene, int venue, int seller) {
        return scene.spec(venue).losses().get(seller - 1);
    }

    private static Seq<AccountId> open(Scene scene, int venue) {
        return scene.view(venue).lots().filter(lot -> scene.isEstate(lot.index()));
    }

    /** Looks at what falls to the treasury when a layer that sells closes an estate. */
    static final class SoldOut implements Watch {
        private int events;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear || deed instanceof Deed.Answer) {
                events = scene.events();
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                look(bear.venue(), bear.layer() + 1, bear.asset(), scene, notes);
            } else if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Bid bid) {
                look(answer.venue(), answer.seller(), bid.offer().pair().want(), scene, notes);
            }
        }

        private void look(int venue, int seller, Asset wanted, Scene scene, Notes notes) {
            if (seller > 0 && layer(scene, venue, seller) instanceof Seller<?>) {
                scene.events(events, event -> {
                    if (event.kind() == Event.Kind.CLOSED
                            && scene.isEstate(event.subject().index())) {
                        notes.met();
                    } else if (event.kind() == Event.Kind.RETURNED
                            && scene.isEstate(event.other().index())
                            && !event.first().asset().equals(wanted)) {
                        notes.breach(
                                scene.name(event.other()) + " is closed, and " + event.first() + " of it was not sold");
                    }
                });
            }
        }
    }

    /** Looks at the estates on sale whenever an action or a block is over. */
    static final class WhileTheTreasuryLacks implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    for (int target : scene.targets(venue)) {
                        int seller = scene.seller(venue, target);
                        if (seller > 0 && scene.isEstate(target) && scene.isPriced(venue)) {
                            int at = venue;
                            layer(scene, venue, seller)
                                    .power(StatesTarget.class)
                                    .forEach(stated -> look(at, target, stated, scene, notes));
                        }
                    }
                }
            } else if (deed instanceof Deed.Bear bear
                    && layer(scene, bear.venue(), bear.layer() + 1)
                            .power(StatesTarget.class)
                            .isDefined()) {
                for (AccountId estate : open(scene, bear.venue())) {
                    notes.met();
                    if (Arrays.binarySearch(scene.targets(bear.venue()), estate.index()) < 0) {
                        notes.breach(scene.name(scene.layer(bear.venue(), bear.layer())) + " was asked, and leaves "
                                + scene.name(estate) + " alone");
                    }
                }
            }
        }

        private static void look(int venue, int target, StatesTarget stated, Scene scene, Notes notes) {
            notes.met();
            boolean lacks = stated.target().forAll(parcel -> has(scene, venue, parcel.asset()) < parcel.units());
            if (lacks != scene.offer(venue, target, null).isDefined()) {
                notes.breach(scene.name(scene.id(target)) + (lacks ? " is not for sale" : " is for sale")
                        + ", and the treasury, less what is missing, has "
                        + stated.target()
                                .map(parcel -> parcel.asset().show(has(scene, venue, parcel.asset())) + " of " + parcel)
                                .getOrElse("no target"));
            }
        }

        private static long has(Scene scene, int venue, Asset asset) {
            return scene.balance(scene.own(venue, "treasury"), asset)
                    + scene.balance(scene.own(venue, "shortfall"), asset)
                    + scene.balance(scene.own(venue, "bad-debt"), asset);
        }
    }

    /** Looks at what a layer that shares out has left. */
    static final class SharedOut implements Watch {
        private int estates;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                estates = open(scene, bear.venue()).size();
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear
                    && estates > 0
                    && layer(scene, bear.venue(), bear.layer() + 1)
                            .power(SharesOut.class)
                            .isDefined()) {
                notes.met();
                for (AccountId estate : open(scene, bear.venue())) {
                    for (Parcel first :
                            scene.view(bear.venue()).holdings(estate).headOption()) {
                        if (isHeld(first.asset(), bear.venue(), scene.owner(estate.index()), scene)) {
                            notes.breach(scene.name(estate) + " was not shared out, and others have "
                                    + first.asset().symbol() + " too");
                        }
                    }
                }
            }
        }

        private static boolean isHeld(Asset asset, int venue, int but, Scene scene) {
            for (int account = 0; account < scene.accounts(); account++) {
                if (account != but
                        && scene.kind(account) == Accounts.Kind.MARGIN
                        && scene.venueOf(account) == venue
                        && scene.view(venue).holding(scene.id(account), asset) > 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
