package io.firebreak.testkit.rule.safeguard;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.metric.Event;
import io.firebreak.api.safeguard.StatesCap;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rule 396 looks at: safeguards that cap liquidations, each where it guards a venue alone. */
final class CapChecks {
    private CapChecks() {}

    /** Compares what began with the cap, and asks for more. */
    static final class KeepsToItsCap implements Watch {
        private final Seq<Watch> both = Vector.of(new StaysWithinItsCap(), new StopsWhatExceedsItsCap());

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            both.forEach(each -> each.before(deed, scene, notes));
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            both.forEach(each -> each.after(deed, scene, notes));
        }
    }

    /** Counts what began in a block. */
    private static final class StaysWithinItsCap extends GuardChecks.OfVenue<StatesCap> {
        private final Map<Integer, Integer> times = new TreeMap<>();
        private final Map<Integer, Long> cleared = new TreeMap<>();
        private final Map<Integer, Integer> begun = new TreeMap<>();
        private int events;

        StaysWithinItsCap() {
            super(StatesCap.class);
        }

        @Override
        void begins(int venue, StatesCap stated, Scene scene, Notes notes) {
            times.clear();
            cleared.clear();
            begun.clear();
            events = scene.events();
            boolean full = stated.auctions().exists(most -> GuardChecks.lots(scene, venue) >= most);
            for (AccountId account : GuardChecks.marginAccounts(scene, venue)) {
                notes.met();
                if (GuardChecks.stopsKick(scene, venue, account) != full) {
                    notes.breach("with " + GuardChecks.lots(scene, venue)
                            + " lots on sale and nothing liquidated in this block, a kick of " + scene.name(account)
                            + " is " + (full ? "let through" : "stopped"));
                }
            }
        }

        @Override
        void look(int venue, StatesCap stated, Scene scene, Notes notes) {
            int from = events;
            events = scene.events();
            scene.events(from, event -> happened(event, venue, stated, scene, notes));
        }

        private void happened(Event event, int venue, StatesCap stated, Scene scene, Notes notes) {
            int account = event.subject().index();
            boolean kicked = event.kind() == Event.Kind.SEIZED;
            boolean filled = event.kind() == Event.Kind.FILLED && scene.kind(account) == Accounts.Kind.MARGIN;
            if (scene.venueOf(account) != venue || !(kicked || filled)) {
                return;
            }
            notes.met();
            String name = scene.name(event.subject());
            if (times.merge(account, 1, Integer::sum) > stated.perAccount()) {
                notes.breach(name + " was liquidated " + times.get(account) + " times in a block");
            }
            if (kicked && stated.auctions().exists(most -> GuardChecks.lots(scene, venue) > most)) {
                notes.breach(GuardChecks.lots(scene, venue) + " lots are on sale since " + name + " was kicked");
            }
            for (Parcel most : stated.perBlock()
                    .filter(each -> each.asset().equals(event.second().asset()))) {
                long sum = cleared.merge(venue, event.second().units(), Long::sum);
                if (begun.merge(venue, 1, Integer::sum) > 1 && sum > most.units() + 1) {
                    notes.breach(most.asset().show(sum) + " was liquidated in a block, with " + name);
                }
            }
        }
    }

    /** Counts what was called for in a block, and asks for more of it: as much as may be, and a unit more. */
    private static final class StopsWhatExceedsItsCap extends GuardChecks.OfVenue<StatesCap> {
        private final Map<Integer, Begun> begun = new TreeMap<>();
        private final List<Deed.Answer> answers = new ArrayList<>();
        private int events;

        StopsWhatExceedsItsCap() {
            super(StatesCap.class);
        }

        @Override
        void begins(int venue, StatesCap stated, Scene scene, Notes notes) {
            begun.put(venue, new Begun());
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            super.before(deed, scene, notes);
            if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                answers.clear();
                events = scene.events();
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer
                    && scene.kind(answer.call().target().index()) == Accounts.Kind.MARGIN
                    && (answer.call() instanceof Call.Kick || answer.call() instanceof Call.Bid)) {
                answers.add(answer);
            }
            super.after(deed, scene, notes);
        }

        @Override
        void look(int venue, StatesCap stated, Scene scene, Notes notes) {
            Begun all = begun.get(venue);
            if (all == null) {
                return;
            }
            answers.stream().filter(each -> each.venue() == venue).forEach(each -> all.asked(each.call(), stated));
            scene.events(events, event -> {
                if (answers.stream().anyMatch(each -> each.call().target().equals(event.subject()))) {
                    all.happened(event, venue, stated, scene);
                }
            });
            if (all.times.isEmpty()) {
                return;
            }
            boolean full = stated.auctions().exists(most -> GuardChecks.lots(scene, venue) >= most);
            for (AccountId account : GuardChecks.marginAccounts(scene, venue)) {
                Call kick = new Call.Kick(scene.id(0), account);
                owed(account, venue, stated, scene)
                        .forEach(units -> judge(kick, units, full, all, venue, stated, scene, notes));
                for (StandingOffer offer : scene.offer(venue, account.index(), null)) {
                    for (Parcel most : stated.perBlock()
                            .filter(each -> each.asset().equals(offer.pair().want()))) {
                        long room = Math.max(0, most.units() - all.least);
                        for (long pay : new long[] {room, room + 1, Long.MAX_VALUE / 4}) {
                            Call.Bid bid =
                                    new Call.Bid(scene.id(0), account, offer, Math.min(pay, offer.mostWant()), 0);
                            if (bid.pay() > 0 && !(offer.ask() instanceof Ask.BestBid)) {
                                judge(bid, paid(bid), false, all, venue, stated, scene, notes);
                            }
                        }
                    }
                }
            }
        }

        /** What a kick would move into a lot; none where it counts in something else. */
        private static Option<Long> owed(AccountId account, int venue, StatesCap stated, Scene scene) {
            Option<Exposure> exposure = scene.view(venue).exposure(account);
            return exposure.isEmpty() || stated.perBlock().isEmpty()
                    ? Option.some(0L)
                    : exposure.filter(each -> each.onWant()
                                    && each.pair()
                                            .want()
                                            .equals(stated.perBlock().get().asset()))
                            .map(Exposure::units);
        }

        private static void judge(
                Call call, long units, boolean full, Begun all, int venue, StatesCap stated, Scene scene, Notes notes) {
            boolean often = all.times.getOrDefault(call.target().index(), 0) >= stated.perAccount();
            boolean exceeds = false;
            boolean fits = true;
            for (Parcel most : stated.perBlock()) {
                exceeds = all.known && all.least > 0 && all.least + units > most.units();
                fits = all.known && (all.most == 0 || all.most + units <= most.units());
            }
            boolean stopped = GuardChecks.stops(scene, venue, call, false);
            if (often || full || exceeds || fits) {
                notes.met();
            }
            if (stopped ? !often && !full && fits : often || full || exceeds) {
                notes.breach((call instanceof Call.Kick ? "a kick of " : "a bid of " + units + " on ")
                        + scene.name(call.target()) + " is " + (stopped ? "stopped" : "let through") + " after "
                        + all.times.getOrDefault(call.target().index(), 0) + " of it, and " + all.least
                        + " in all, in this block");
            }
        }
    }

    /** What a bid pays at most: no more than is wanted, and than what is given costs. */
    private static long paid(Call.Bid bid) {
        StandingOffer offer = bid.offer();
        long want = Math.min(bid.pay(), offer.mostWant());
        return offer.price().giveDown(want) > offer.mostGive()
                ? Math.min(want, offer.price().wantUp(offer.mostGive()))
                : want;
    }

    /** What began in a block by calls, at least and at most: debts move in shares, and a bid may pay more than is taken. */
    private static final class Begun {
        private final Map<Integer, Integer> times = new TreeMap<>();
        private long least;
        private long most;
        private boolean known = true;

        void asked(Call call, StatesCap stated) {
            times.merge(call.target().index(), 1, Integer::sum);
            if (call instanceof Call.Bid bid) {
                most += counts(bid.offer().pair().want(), stated) ? paid(bid) : 0;
            }
        }

        void happened(Event event, int venue, StatesCap stated, Scene scene) {
            boolean kicked = event.kind() == Event.Kind.SEIZED;
            boolean filled = event.kind() == Event.Kind.FILLED
                    && scene.kind(event.subject().index()) == Accounts.Kind.MARGIN;
            if (scene.venueOf(event.subject().index()) == venue && (kicked || filled)) {
                boolean counts = counts(event.second().asset(), stated);
                least += counts ? event.second().units() - (kicked ? 1 : 0) : 0;
                most += counts && kicked ? event.second().units() + 1 : 0;
            }
        }

        private boolean counts(Asset asset, StatesCap stated) {
            known &= stated.perBlock().forAll(most -> most.asset().equals(asset));
            return known && stated.perBlock().isDefined();
        }
    }
}
