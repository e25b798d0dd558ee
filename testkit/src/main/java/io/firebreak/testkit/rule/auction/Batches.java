package io.firebreak.testkit.rule.auction;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesBatch;
import io.firebreak.api.metric.Event;
import io.firebreak.api.view.Price;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a model that sells in batches collects for each pair, for rules 418 and 419. Where two batches of one pair
 * collect at a time it cannot tell whose a bid is, and judges neither.
 */
abstract class Batches implements Watch {
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    /** Money that was locked, and most that it pays for a unit. */
    record Bid(AccountId bidder, long pay, BigDecimal limit) {}

    /**
     * What is collected for a pair.
     *
     * @param lots each as it was offered last, by its number
     */
    record Batch(long since, TreeMap<Integer, StandingOffer> lots, Seq<Bid> bids) {
        /** The least price, in base units. */
        BigDecimal reserve() {
            StandingOffer any = lots.head()._2;
            return ratio(any.price().want(), any.price().give());
        }
    }

    /** What collects and what waits to be settled, by venue and pair. */
    private record Books(TreeMap<String, Batch> open, TreeMap<String, Batch> closed, Set<String> blurred) {}

    private Books books = new Books(TreeMap.empty(), TreeMap.empty(), TreeSet.empty());
    private Books saved = books;
    private int events;
    private Map<AccountId, Long> had = LinkedHashMap.empty();

    private static Option<StatesBatch> stated(int venue, Scene scene) {
        return scene.spec(venue).liquidation().flatMap(model -> model.power(StatesBatch.class));
    }

    static BigDecimal ratio(long want, long give) {
        return BigDecimal.valueOf(want).divide(BigDecimal.valueOf(give), MathContext.DECIMAL128);
    }

    /** A first offer for a pair in an action. */
    void began(StandingOffer offer, StatesBatch stated, int venue, Scene scene, Notes notes) {}

    /** The offers for a pair were withdrawn. */
    void closes(Batch batch, StatesBatch stated, Scene scene, Notes notes) {}

    /** A block is over, and bids are still taken. */
    void stands(Batch batch, StatesBatch stated, Scene scene, Notes notes) {}

    /**
     * A batch was settled.
     *
     * @param back base units of what was wanted that each bidder has more than before
     */
    void settled(Batch batch, List<Event> fills, Map<AccountId, Long> back, boolean whole, Notes notes) {}

    @Override
    public final void before(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act) {
            saved = books;
        } else if (deed instanceof Deed.Answer answer) {
            events = scene.events();
            had = answer.call() instanceof Call.Settle settle
                    ? closed(settle.target()).map(batch -> money(batch, scene)).getOrElse(LinkedHashMap.empty())
                    : LinkedHashMap.empty();
        }
    }

    private Option<Batch> closed(AccountId lot) {
        return books.closed().values().find(batch -> batch.lots().containsKey(lot.index()));
    }

    /** What each bidder has of what is wanted. */
    private static Map<AccountId, Long> money(Batch batch, Scene scene) {
        Asset want = batch.lots().head()._2.pair().want();
        return batch.bids()
                .map(Bid::bidder)
                .distinct()
                .toLinkedMap(bidder -> bidder, bidder -> scene.balance(bidder, want));
    }

    @Override
    public final void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act) {
            books = saved;
        }
    }

    @Override
    public final void after(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Answer answer && answer.seller() == 0) {
            if (stated(answer.venue(), scene).isDefined()) {
                answered(answer, scene, notes);
            }
        } else if (deed instanceof Deed.Rule || deed instanceof Deed.Act || deed instanceof Deed.Closing) {
            for (int venue = 0; venue < scene.venues(); venue++) {
                for (StatesBatch stated : stated(venue, scene)) {
                    look(venue, stated, deed instanceof Deed.Closing, scene, notes);
                }
            }
        }
    }

    private void answered(Deed.Answer answer, Scene scene, Notes notes) {
        int target = answer.call().target().index();
        if (answer.call() instanceof Call.Bid call) {
            String key = answer.venue() + " " + call.offer().pair();
            BigDecimal limit = call.receive() == 0
                    ? ratio(call.offer().price().want(), call.offer().price().give())
                    : ratio(call.pay(), call.receive());
            scene.events(events, event -> {
                if (event.kind() == Event.Kind.BID) {
                    Bid bid = new Bid(call.caller(), event.second().units(), limit);
                    books = new Books(
                            books.open()
                                    .computeIfPresent(
                                            key,
                                            (same, batch) -> new Batch(
                                                    batch.since(),
                                                    batch.lots(),
                                                    batch.bids().append(bid)))
                                    ._2,
                            books.closed(),
                            books.blurred());
                }
            });
        } else if (answer.call() instanceof Call.Settle) {
            for (var of : books.closed().filterValues(batch -> batch.lots().containsKey(target))) {
                List<Event> fills = new ArrayList<>();
                scene.events(events, event -> {
                    if (event.kind() == Event.Kind.FILLED) {
                        fills.add(event);
                    }
                });
                boolean whole = of._2.lots().keySet().forAll(lot -> !scene.isOpenLot(lot));
                if (!books.blurred().contains(of._1)) {
                    settled(of._2, fills, back(of._2, scene), whole, notes);
                }
                books = new Books(books.open(), books.closed().remove(of._1), books.blurred());
            }
        }
    }

    private Map<AccountId, Long> back(Batch batch, Scene scene) {
        return money(batch, scene).map((bidder, has) -> Tuple.of(bidder, has - had.getOrElse(bidder, has)));
    }

    private void look(int venue, StatesBatch stated, boolean closing, Scene scene, Notes notes) {
        TreeMap<String, Batch> now = TreeMap.empty();
        long time = scene.block().timeMillis();
        for (int target : scene.targets(venue)) {
            for (StandingOffer offer : scene.offer(venue, target, null)) {
                if (scene.seller(venue, target) == 0 && offer.ask() instanceof Ask.Reserve) {
                    String key = venue + " " + offer.pair();
                    Batch before = now.get(key)
                            .orElse(() -> books.open().get(key).map(batch -> goesOn(batch, stated, time)))
                            .getOrElse(() -> new Batch(time, TreeMap.empty(), Vector.empty()));
                    if (before.lots().isEmpty()) {
                        began(offer, stated, venue, scene, notes);
                    }
                    now = now.put(key, new Batch(before.since(), before.lots().put(target, offer), before.bids()));
                }
            }
        }
        Set<String> blurred = books.blurred()
                .filter(key -> books.open().containsKey(key) || books.closed().containsKey(key));
        TreeMap<String, Batch> closed = books.closed();
        for (var was : books.open()) {
            if (was._1.startsWith(venue + " ")
                    && now.get(was._1).isEmpty()
                    && was._2.bids().nonEmpty()) {
                if (closed.containsKey(was._1)) {
                    blurred = blurred.add(was._1);
                } else if (!blurred.contains(was._1)) {
                    closes(was._2, stated, scene, notes);
                }
                closed = closed.put(was._1, was._2);
            }
        }
        for (var each : now) {
            if (closed.containsKey(each._1)) {
                blurred = blurred.add(each._1);
            } else if (closing && !blurred.contains(each._1)) {
                stands(each._2, stated, scene, notes);
            }
        }
        TreeMap<String, Batch> others = books.open().filterKeys(key -> !key.startsWith(venue + " "));
        books = new Books(others.merge(now), closed, blurred);
    }

    /** The same batch; or, where its time was over without a bid, one that begins anew. */
    private static Batch goesOn(Batch batch, StatesBatch stated, long now) {
        return batch.bids().isEmpty()
                        && now >= batch.since() + stated.interval().toMillis()
                ? new Batch(now, TreeMap.empty(), Vector.empty())
                : new Batch(batch.since(), batch.lots(), batch.bids());
    }

    /** Rule 418: bids are taken for the stated time, at the stated reserve. */
    static final class InTime extends Batches {
        @Override
        void began(StandingOffer offer, StatesBatch stated, int venue, Scene scene, Notes notes) {
            Option<BigDecimal> give =
                    scene.view(venue).price(offer.pair().give()).map(InTime::value);
            Option<BigDecimal> want =
                    scene.view(venue).price(offer.pair().want()).map(InTime::value);
            if (give.isEmpty() || want.isEmpty()) {
                return;
            }
            notes.met();
            BigDecimal due = give.get()
                    .divide(want.get(), MathContext.DECIMAL128)
                    .multiply(stated.reserve().value().toBigDecimal());
            BigDecimal asked = ((Ask.Reserve) offer.ask()).price().toBigDecimal();
            if (asked.subtract(due).abs().compareTo(due.multiply(ROUNDING)) > 0) {
                notes.breach(scene.name(offer.target()) + " is offered for " + asked
                        + " or more, and the stated reserve is " + due);
            }
        }

        private static BigDecimal value(Price price) {
            return price.value().toBigDecimal();
        }

        @Override
        void closes(Batch batch, StatesBatch stated, Scene scene, Notes notes) {
            long end = batch.since() + stated.interval().toMillis();
            notes.met();
            if (scene.block().timeMillis() < end) {
                notes.breach(name(batch, scene) + " takes no bids any more at "
                        + scene.block().timeMillis() + ", and was to take them until " + end);
            }
            for (int lot : batch.lots().keySet()) {
                boolean invites = scene.invitation(scene.venueOf(lot), lot)
                        .exists(invitation -> invitation.step() == Invitation.Step.SETTLE);
                if (scene.isOpenLot(lot) && !invites) {
                    notes.breach(scene.name(scene.id(lot)) + " was bid for, and nobody is invited to settle it");
                }
            }
        }

        @Override
        void stands(Batch batch, StatesBatch stated, Scene scene, Notes notes) {
            long end = batch.since() + stated.interval().toMillis();
            notes.met();
            if (batch.bids().nonEmpty() && scene.block().timeMillis() >= end) {
                notes.breach(name(batch, scene) + " takes bids at "
                        + scene.block().timeMillis() + ", and was to take them until " + end);
            }
        }

        private static String name(Batch batch, Scene scene) {
            return scene.name(scene.id(batch.lots().head()._1));
        }
    }

    /** Rule 419: one price clears a batch, the highest at which the money of those who pay it is enough. */
    static final class AtOnePrice extends Batches {
        private static final BigDecimal UNBOUNDED = BigDecimal.valueOf(Long.MAX_VALUE);
        /** Units by which whoever is served last may be off. */
        private static final long SLACK = 4;

        @Override
        void settled(Batch batch, List<Event> fills, Map<AccountId, Long> back, boolean whole, Notes notes) {
            for (AccountId bidder : batch.bids().map(Bid::bidder).distinct()) {
                long locked = money(batch.bids().filter(bid -> bid.bidder().equals(bidder)));
                long rest = locked - spent(bidder, fills);
                notes.met();
                if (back.get(bidder).getOrElse(0L) != rest) {
                    notes.breach("a bidder has " + back.get(bidder).getOrElse(0L) + " back of " + locked
                            + " that were locked, and not the " + rest + " that were not spent");
                }
            }
            BigDecimal low = batch.reserve();
            @Nullable BigDecimal high = null;
            long slack = SLACK + fills.size();
            for (Event fill : fills) {
                long give = fill.first().units();
                long want = fill.second().units();
                low = low.max(ratio(Math.max(0, want - slack), give + slack));
                // What was paid for next to nothing says nothing of the price at most.
                BigDecimal most = give > slack ? ratio(want + slack, give - slack) : UNBOUNDED;
                high = high == null ? most : high.min(most);
            }
            if (high == null) {
                return;
            }
            notes.met();
            if (low.subtract(high).compareTo(high.multiply(ROUNDING)) > 0) {
                notes.breach("a batch was sold at different prices, or below its reserve of " + batch.reserve() + ": "
                        + fills);
            } else {
                judge(batch, fills, low.min(high), high, slack, notes);
            }
            if (!whole && low.compareTo(batch.reserve().multiply(BigDecimal.ONE.add(ROUNDING))) > 0) {
                notes.breach("a batch was sold in part only, above its reserve of " + batch.reserve() + ": " + fills);
            }
        }

        private static void judge(
                Batch batch, List<Event> fills, BigDecimal low, BigDecimal high, long slack, Notes notes) {
            for (AccountId bidder : batch.bids().map(Bid::bidder).distinct()) {
                Seq<Bid> bids = batch.bids().filter(bid -> bid.bidder().equals(bidder));
                long least = money(bids.filter(bid -> bid.limit().compareTo(high) > 0));
                long most = money(bids.filter(bid -> bid.limit().compareTo(low) >= 0));
                long spent = spent(bidder, fills);
                if (spent < least - slack || spent > most) {
                    notes.breach("at a price of " + low + " to " + high + " bids of " + bids + " paid " + spent);
                }
            }
            BigDecimal higher = high.multiply(new BigDecimal("1.001"));
            long money = money(batch.bids().filter(bid -> bid.limit().compareTo(higher) >= 0));
            BigDecimal wanted = batch.lots()
                    .values()
                    .map(lot ->
                            higher.multiply(BigDecimal.valueOf(lot.mostGive())).min(BigDecimal.valueOf(lot.mostWant())))
                    .fold(BigDecimal.valueOf(slack), BigDecimal::add);
            if (wanted.compareTo(BigDecimal.valueOf(money)) <= 0) {
                notes.breach("a batch was sold at " + low + " to " + high + ", and " + money + " was bid at " + higher
                        + " or more, enough for all of it: " + batch.bids());
            }
        }

        private static long spent(AccountId bidder, List<Event> fills) {
            return fills.stream()
                    .filter(fill -> fill.other().equals(bidder))
                    .mapToLong(fill -> fill.second().units())
                    .sum();
        }

        private static long money(Seq<Bid> bids) {
            return bids.map(Bid::pay).sum().longValue();
        }
    }
}
