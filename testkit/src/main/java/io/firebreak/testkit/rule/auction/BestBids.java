package io.firebreak.testkit.rule.auction;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Exact;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import java.util.Arrays;

/**
 * Follows the bids that are locked on offers for the best bid: who leads with what, and who is still owed money back. What
 * an action did is forgotten when it is refused.
 */
final class BestBids implements Watch {
    /** A bid that leads. */
    private record Lead(int venue, AccountId bidder, Pair pair, long paid, long receive) {}

    /** Leads by target, and money owed to the outbid by account and asset. */
    private record State(Map<Integer, Lead> leads, Map<Tuple2<Integer, Integer>, Long> due) {}

    private State state = new State(TreeMap.empty(), TreeMap.empty());
    private State saved = state;
    private long[][] before = new long[0][];
    private int events;

    @Override
    public void before(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act) {
            saved = state;
        } else if (concerns(deed)) {
            events = scene.events();
            before = new long[scene.accounts()][scene.assetCount()];
            for (int account = 0; account < before.length; account++) {
                for (int asset = 0; asset < before[account].length; asset++) {
                    before[account][asset] = scene.balance(account, asset);
                }
            }
        }
    }

    /** Only what may touch a bid: a first one, or anything while there are some. */
    private boolean concerns(Deed deed) {
        if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Bid bid && isBest(bid)) {
            return true;
        }
        boolean some = !state.leads().isEmpty() || !state.due().isEmpty();
        return some && (deed instanceof Deed.Answer || deed instanceof Deed.Rule);
    }

    private static boolean isBest(Call.Bid bid) {
        return bid.offer().ask() instanceof Ask.BestBid;
    }

    private long gained(AccountId account, Asset asset, Scene scene) {
        return scene.balance(account, asset) - before[account.index()][asset.index()];
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        if (!concerns(deed)) {
            return;
        }
        for (Tuple2<Tuple2<Integer, Integer>, Long> due : state.due()) {
            AccountId bidder = scene.id(due._1._1);
            long back = gained(bidder, scene.asset(due._1._2), scene);
            if (back > 0) {
                state = new State(state.leads(), less(state.due(), due._1, back));
            }
        }
        if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Bid bid && isBest(bid)) {
            bid(answer, bid, scene, notes);
        }
        for (Tuple2<Integer, Lead> lead : state.leads()) {
            if (Arrays.binarySearch(scene.targets(lead._2.venue()), lead._1) < 0) {
                ended(lead._2, scene, notes);
                state = new State(state.leads().remove(lead._1), state.due());
            }
        }
    }

    private static Map<Tuple2<Integer, Integer>, Long> less(
            Map<Tuple2<Integer, Integer>, Long> due, Tuple2<Integer, Integer> key, long back) {
        long left = due.get(key).getOrElse(0L) - back;
        return left > 0 ? due.put(key, left) : due.remove(key);
    }

    private void bid(Deed.Answer answer, Call.Bid bid, Scene scene, Notes notes) {
        boolean[] locked = new boolean[1];
        scene.events(events, event -> locked[0] |= event.kind() == Event.Kind.BID);
        if (!locked[0]) {
            return;
        }
        notes.met();
        int target = bid.target().index();
        Pair pair = bid.offer().pair();
        Lead last = state.leads().get(target).getOrNull();
        boolean again = last != null && last.bidder().equals(bid.caller());
        long paid = -gained(bid.caller(), pair.want(), scene) + (again ? last.paid() : 0);
        Lead next = new Lead(answer.venue(), bid.caller(), pair, paid, bid.receive());
        if (last != null
                && Exact.compareProducts(Math.max(0, paid), last.receive(), last.paid(), next.receive()) <= 0) {
            notes.breach(show(next, scene) + " outbid " + show(last, scene));
        }
        Map<Tuple2<Integer, Integer>, Long> due = state.due();
        if (last != null && !again) {
            long missing = last.paid() - gained(last.bidder(), pair.want(), scene);
            if (missing > 0) {
                due = due.put(Tuple.of(last.bidder().index(), pair.want().index()), missing, Long::sum);
            }
        }
        state = new State(state.leads().put(target, next), due);
    }

    /** The auction is over: the leader has what it bid for, or its money back. */
    private void ended(Lead lead, Scene scene, Notes notes) {
        boolean won = gained(lead.bidder(), lead.pair().give(), scene) >= lead.receive();
        boolean returned = gained(lead.bidder(), lead.pair().want(), scene) >= lead.paid();
        if (!won && !(returned && lead.paid() > 0)) {
            notes.breach(show(lead, scene) + " led to the end and received "
                    + lead.pair().give().show(gained(lead.bidder(), lead.pair().give(), scene)));
        }
    }

    private static String show(Lead lead, Scene scene) {
        return scene.name(lead.bidder()) + " with " + lead.pair().want().show(lead.paid()) + " for "
                + lead.pair().give().show(lead.receive());
    }

    @Override
    public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act) {
            state = saved;
        }
    }

    @Override
    public void end(Scene scene, Notes notes) {
        state.due()
                .forEach(due -> notes.breach(scene.name(scene.id(due._1._1)) + " was outbid and is still owed "
                        + scene.asset(due._1._2).show(due._2)));
    }
}
