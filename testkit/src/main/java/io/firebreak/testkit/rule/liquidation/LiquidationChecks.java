package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.liquidation.StatesCloseFactor;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.liquidation.TakesFeeFirst;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.CommittedEvents;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.liquidation.FillWatch.Fill;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What rules 301 to 349 look at. */
final class LiquidationChecks {
    private static final BigDecimal PRICE_DIGITS = new BigDecimal("1e-9");
    private static final BigDecimal HUNDREDTH_MORE = new BigDecimal("1.01");

    private LiquidationChecks() {}

    static void wasUnsafe(Fill fill, Notes notes) {
        if (fill.onLot() || !fill.first()) {
            return;
        }
        notes.met();
        if (!fill.outsider().isUnsafe(fill.before())) {
            notes.breach(fill.name() + " held " + fill.outsider().show(fill.before()) + " and was healthy");
        }
    }

    static void improves(Fill fill, Notes notes) {
        Outsider outsider = fill.outsider();
        Asset want = fill.event().second().asset();
        int leg = outsider.legOf(want);
        if (!fill.is(Event.Kind.FILLED)
                || !fill.only()
                || leg < 0
                || !(outsider.legs()[leg] instanceof Leg.SharedDebt debt)) {
            return;
        }
        BigDecimal held = outsider.held(fill.before());
        BigDecimal owed = outsider.owed(fill.before());
        Option<Ratio> bonus = stated(fill);
        boolean covered = bonus.exists(
                stated -> owed.multiply(stated.onePlus().toBigDecimal()).compareTo(held) < 0);
        if (!covered && !(fill.first() && !fill.onLot() && owed.compareTo(held) < 0 && isBarelyUnsafe(fill))) {
            return;
        }
        notes.met();
        long[] now = fill.now();
        BigDecimal owes = outsider.owed(now).subtract(outsider.value(want, outsider.rounding(debt)));
        if (owes.multiply(held).compareTo(owed.multiply(outsider.held(now))) > 0) {
            notes.breach(fill.name() + " held " + outsider.show(fill.before()) + ", gave "
                    + fill.event().first() + " for " + fill.event().second() + " and holds " + outsider.show(now));
        }
    }

    /** By no more than a hundredth: a liquidation that makes even such an account worse could never mend one. */
    private static boolean isBarelyUnsafe(Fill fill) {
        Health health = fill.outsider().health(fill.before());
        return BigDecimal.valueOf(health.assets())
                        .multiply(HUNDREDTH_MORE)
                        .compareTo(BigDecimal.valueOf(health.debts()))
                >= 0;
    }

    private static Option<LiquidationModel<?>> model(Scene scene, int venue) {
        return scene.spec(venue).liquidation();
    }

    private static boolean takesFeeFirst(Scene scene, int venue) {
        return model(scene, venue)
                .exists(model -> model.power(TakesFeeFirst.class).isDefined());
    }

    private static Option<Ratio> stated(Fill fill) {
        return model(fill.scene(), fill.outsider().venue())
                .flatMap(model -> model.power(StatesBonus.class))
                .map(StatesBonus::bonus);
    }

    static void withinBonus(Fill fill, Notes notes) {
        if (!fill.is(Event.Kind.FILLED)) {
            return;
        }
        for (Ratio bonus : stated(fill)) {
            Outsider outsider = fill.outsider();
            notes.met();
            BigDecimal given = outsider.value(
                    fill.event().first().asset(), fill.event().first().units());
            BigDecimal paid = outsider.value(
                    fill.event().second().asset(), fill.event().second().units());
            if (given.compareTo(paid.multiply(bonus.onePlus().toBigDecimal())) > 0) {
                notes.breach(fill.name() + " gave " + fill.event().first() + " worth " + given + " for "
                        + fill.event().second() + " worth " + paid + ", and the bonus is " + bonus);
            }
        }
    }

    static void givesBonus(Fill fill, Notes notes) {
        if (!fill.is(Event.Kind.FILLED)) {
            return;
        }
        for (StatesBonus stated :
                model(fill.scene(), fill.outsider().venue()).flatMap(model -> model.power(StatesBonus.class))) {
            Outsider outsider = fill.outsider();
            Asset give = fill.event().first().asset();
            Asset want = fill.event().second().asset();
            BigDecimal factor = stated.leastBonus().onePlus().toBigDecimal();
            BigDecimal given = outsider.value(give, fill.event().first().units());
            BigDecimal due = outsider.value(want, fill.event().second().units()).multiply(factor);
            // A unit of what is given may be rounded away, and a unit of what is paid rounded up.
            BigDecimal rounding = outsider.value(give, 1)
                    .abs()
                    .add(outsider.value(want, 2).abs().multiply(factor))
                    .add(due.abs().multiply(PRICE_DIGITS));
            notes.met();
            if (given.add(rounding).compareTo(due) < 0) {
                notes.breach(fill.name() + " gave " + fill.event().first() + " worth " + given + " for "
                        + fill.event().second() + ", and with the least bonus " + due + " was due");
            }
        }
    }

    /** Looks at what is on offer of unsafe accounts when a block ends. */
    static final class OffersItsPart implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Closing)) {
                return;
            }
            for (int venue = 0; venue < scene.venues(); venue++) {
                int at = venue;
                model(scene, venue)
                        .flatMap(model -> model.power(StatesCloseFactor.class))
                        .forEach(stated -> look(at, stated.leastPart(), scene, notes));
            }
        }

        private static void look(int venue, Ratio part, Scene scene, Notes notes) {
            for (int target : scene.targets(venue)) {
                for (StandingOffer offer : scene.offer(venue, target, null)) {
                    Option<Exposure> exposure = scene.view(venue).exposure(offer.target(), offer.pair());
                    for (Exposure of : exposure.filter(each -> scene.seller(venue, target) == 0)) {
                        long reach = of.onWant() ? offer.mostWant() : offer.mostGive();
                        notes.met();
                        if (reach < part.ofDown(of.units())) {
                            notes.breach(
                                    scene.name(offer.target()) + " offers " + reach + " base units of an exposure of "
                                            + of.units() + ", and " + part + " is the least part");
                        }
                    }
                }
            }
        }
    }

    static void withinOffer(Fill fill, Notes notes) {
        for (Call.Bid bid : fill.bid().filter(bid -> fill.is(Event.Kind.FILLED))) {
            StandingOffer offer = bid.offer();
            notes.met();
            if (fill.event().first().units() > offer.mostGive()
                    || fill.event().second().units() > offer.mostWant()) {
                notes.breach(fill.name() + " gave " + fill.event().first() + " for "
                        + fill.event().second() + ", and the offer was at most "
                        + offer.pair().give().show(offer.mostGive()) + " for "
                        + offer.pair().want().show(offer.mostWant()));
            }
        }
    }

    static void notBelowAsk(Fill fill, Notes notes) {
        for (Call.Bid bid : fill.bid().filter(bid -> fill.is(Event.Kind.FILLED))) {
            StandingOffer offer = bid.offer();
            if (offer.ask() instanceof Ask.BestBid) {
                return;
            }
            notes.met();
            long give = fill.event().first().units();
            long want = fill.event().second().units();
            if (Exact.compareProducts(
                            want, offer.price().give(), give, offer.price().want())
                    < 0) {
                notes.breach(fill.name() + " gave " + fill.event().first() + " for "
                        + fill.event().second() + ", and asked was "
                        + offer.pair().want().show(offer.price().wantUp(give)));
            }
        }
    }

    static void leavesEnough(Fill fill, Notes notes) {
        for (StatesRemainder states :
                model(fill.scene(), fill.outsider().venue()).flatMap(model -> model.power(StatesRemainder.class))) {
            if (fill.is(Event.Kind.SEIZED)) {
                leavesDebt(states, fill, notes);
            } else if (fill.bid().isDefined()) {
                leavesOffer(states, fill.bid().get().offer().pair(), fill, notes);
            }
        }
    }

    private static void leavesOffer(StatesRemainder states, Pair pair, Fill fill, Notes notes) {
        long least = states.leastRemainder(pair.want());
        for (StandingOffer left : fill.scene().offer(fill.outsider().venue(), fill.target(), pair)) {
            notes.met();
            if (left.mostWant() < least) {
                notes.breach(fill.name() + " is left with an offer for at most "
                        + pair.want().show(left.mostWant()) + ", less than "
                        + pair.want().show(least));
            }
        }
    }

    /** Rounding a debt that is kept in shares may cost a unit. */
    private static void leavesDebt(StatesRemainder states, Fill fill, Notes notes) {
        Asset owed = fill.event().second().asset();
        int leg = fill.outsider().legOf(owed);
        long least = states.leastDebt(owed);
        boolean simple =
                Arrays.stream(fill.before()).filter(units -> units != 0).count() == 2;
        if (least == 0 || leg < 0 || !simple || !fill.only()) {
            return;
        }
        long left = -fill.now()[leg];
        long seized = fill.event().second().units();
        notes.met();
        if (left > 0 && (left < least - 1 || seized < least - 1)) {
            notes.breach(owed.show(seized) + " of the debt of " + fill.name() + " was seized, " + owed.show(left)
                    + " is left, and the least is " + owed.show(least));
        }
        if (states.leastRemainder(owed) < least) {
            notes.breach("an offer may be left with " + owed.show(states.leastRemainder(owed))
                    + ", and the least debt is " + owed.show(least));
        }
    }

    /** What a bidder has before and after its bid. */
    static final class BidKept implements Watch {
        private long paidBefore;
        private long receivedBefore;
        private int events;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Bid bid) {
                paidBefore = has(bid, bid.offer().pair().want(), answer.venue(), scene);
                receivedBefore = has(bid, bid.offer().pair().give(), answer.venue(), scene);
                events = scene.events();
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Answer answer) || !(answer.call() instanceof Call.Bid bid)) {
                return;
            }
            Pair pair = bid.offer().pair();
            if (trades(answer.venue(), pair, scene)
                    && owner(bid, scene) == bid.caller().index()) {
                return;
            }
            notes.met();
            long paid = paidBefore - has(bid, pair.want(), answer.venue(), scene);
            long received = has(bid, pair.give(), answer.venue(), scene) - receivedBefore;
            boolean[] locked = new boolean[1];
            scene.events(events, event -> locked[0] |= event.kind() == Event.Kind.BID);
            // Either side of a part may be rounded against the taker by a unit.
            boolean dear = !locked[0]
                    && bid.receive() > 0
                    && paid > 0
                    && Exact.compareProducts(paid - 1, bid.receive(), bid.pay(), Math.max(0, received) + 1) >= 0;
            if (paid > bid.pay() || dear) {
                notes.breach(scene.name(bid.caller()) + " bid " + pair.want().show(bid.pay()) + " for "
                        + pair.give().show(bid.receive()) + ", paid "
                        + pair.want().show(paid) + " and received "
                        + pair.give().show(received));
            }
        }

        private static int owner(Call.Bid bid, Scene scene) {
            int target = bid.target().index();
            return scene.owner(target);
        }

        /** Whether the pair changes hands between margin accounts. */
        private static boolean trades(int venue, Pair pair, Scene scene) {
            return scene.legs(venue)
                    .exists(leg -> leg instanceof Leg.Contract
                            && (leg.asset().equals(pair.give()) || leg.asset().equals(pair.want())));
        }

        private static long has(Call.Bid bid, Asset asset, int venue, Scene scene) {
            long wallet = scene.balance(bid.caller(), asset);
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.kind(account) == Accounts.Kind.MARGIN
                        && scene.venueOf(account) == venue
                        && scene.owner(account) == bid.caller().index()
                        && account != bid.target().index()) {
                    wallet += scene.balance(account, asset.index());
                }
            }
            return wallet;
        }
    }

    /**
     * What was paid and the debts it cleared, added up for each account and lot. A lot was seized for a debt: that counts
     * where somebody else paid it off since.
     */
    static final class PenaltyWithin extends CommittedEvents {
        /** What happened to one account or lot so far, in base units of the debt asset. */
        private static final class Sums {
            private long seizedFor;
            private long cleared;
            private long penalty;
            private long rounding;
        }

        private final Map<Integer, Sums> sums = new TreeMap<>();
        private long penalty;

        @Override
        protected void happened(Event event, Scene scene, Notes notes) {
            if (event.kind() == Event.Kind.PENALTY) {
                penalty = event.first().units();
            } else if (event.kind() == Event.Kind.SEIZED) {
                Sums fresh = new Sums();
                fresh.seizedFor = event.second().units();
                sums.put(event.other().index(), fresh);
            } else if (event.kind() == Event.Kind.FILLED) {
                filled(event, scene, notes);
                penalty = 0;
            }
        }

        private void filled(Event event, Scene scene, Notes notes) {
            int target = event.subject().index();
            int venue = scene.venueOf(target);
            Asset want = event.second().asset();
            if (!scene.legs(venue)
                    .exists(leg ->
                            leg instanceof Leg.SharedDebt debt && debt.asset().equals(want))) {
                return;
            }
            Sums sum = sums.computeIfAbsent(target, account -> new Sums());
            sum.cleared += event.second().units() - penalty;
            sum.penalty += penalty;
            sum.rounding += rounding(event, scene, venue);
            notes.met();
            Ratio stated = model(scene, venue)
                    .flatMap(model -> model.power(StatesPenalty.class))
                    .map(StatesPenalty::penalty)
                    .getOrElse(Ratio.of("1"));
            long debt = Math.max(sum.seizedFor, sum.cleared);
            long most = debt + Exact.timesUp(debt, stated.value()) + sum.rounding;
            if (sum.cleared + sum.penalty > most) {
                notes.breach(scene.name(event.subject()) + " had " + want.show(sum.cleared) + " of debt cleared, and "
                        + want.show(sum.penalty) + " was taken besides; allowed is " + stated + " of it");
            }
        }

        /** Some units of the debt, and two of what was given, in what they cost. */
        private static long rounding(Event event, Scene scene, int venue) {
            Asset give = event.first().asset();
            Asset want = event.second().asset();
            return 8
                    + new Ask.OverOracle(Ratio.ZERO)
                            .price(new Pair(give, want), scene.view(venue))
                            .map(price -> price.wantUp(2))
                            .getOrElse(0L);
        }
    }

    /** Shortfalls, in the deed that books them. */
    static final class NothingLeft implements Watch {
        private int events;
        private long penalty;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Rule || deed instanceof Deed.Answer) {
                events = scene.events();
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Rule || deed instanceof Deed.Answer) {
                penalty = 0;
                scene.events(events, event -> happened(event, scene, notes));
            }
        }

        private void happened(Event event, Scene scene, Notes notes) {
            int account = event.subject().index();
            if (event.kind() == Event.Kind.PENALTY) {
                penalty = event.first().units();
            } else if (event.kind() == Event.Kind.SHORTFALL
                    && scene.kind(account) != Accounts.Kind.OWN
                    && !scene.isEstate(account)) {
                Outsider outsider = Outsider.of(scene)
                        .find(each -> each.venue() == scene.venueOf(account))
                        .get();
                long[] left = outsider.amounts(account);
                notes.met();
                boolean nothing = true;
                for (long amount : left) {
                    nothing &= amount == 0;
                }
                if (!nothing || event.first().units() <= 0) {
                    notes.breach(scene.name(event.subject()) + " is left with " + outsider.show(left) + ", and "
                            + event.first() + " is booked as missing");
                } else if (penalty > 0 && !takesFeeFirst(scene, outsider.venue())) {
                    notes.breach(event.first() + " of " + scene.name(event.subject()) + " is booked as missing, and "
                            + event.first().asset().show(penalty) + " was taken as a penalty");
                }
                penalty = 0;
            } else if (event.kind() == Event.Kind.CLOSED) {
                penalty = 0;
            }
        }
    }
}
