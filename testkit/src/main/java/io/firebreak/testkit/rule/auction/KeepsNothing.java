package io.firebreak.testkit.rule.auction;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.metric.Event;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows what flows through the own accounts of whoever sells. */
final class KeepsNothing implements Watch {
    /**
     * Who sells: a liquidation model, or a loss layer.
     *
     * @param number 0 for the liquidation model, n for the n-th layer
     */
    private record Seller(int venue, int number) implements Comparable<Seller> {
        @Override
        public int compareTo(Seller other) {
            return venue == other.venue ? Integer.compare(number, other.number) : Integer.compare(venue, other.venue);
        }

        AccountId account(Scene scene) {
            return number == 0 ? scene.own(venue, "liquidation") : scene.layer(venue, number - 1);
        }

        /** Whether what comes in is for what is missing; nothing is kept of it while there is something missing. */
        boolean mayKeep(Asset asset, Scene scene) {
            return number > 0 && scene.balance(scene.own(venue, "shortfall"), asset) >= 0;
        }
    }

    private final Map<Seller, long[]> kept = new TreeMap<>();
    private final Map<Seller, long[]> pending = new TreeMap<>();
    private long[] before = new long[0];
    private int events;

    @Override
    public void before(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act) {
            pending.clear();
        }
        Seller seller = seller(deed, scene);
        if (seller != null) {
            before = own(seller, scene);
            events = scene.events();
        }
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        Seller seller = seller(deed, scene);
        if (seller != null) {
            long[] flow = own(seller, scene);
            for (int asset = 0; asset < flow.length; asset++) {
                flow[asset] -= before[asset];
            }
            add(deed instanceof Deed.Answer ? pending : kept, seller, flow);
            scene.events(events, event -> happened(event, scene, notes));
        } else if (deed instanceof Deed.Act) {
            pending.forEach((of, flow) -> add(kept, of, flow));
        }
    }

    private static void add(Map<Seller, long[]> sums, Seller seller, long[] flow) {
        long[] sum = sums.computeIfAbsent(seller, each -> new long[flow.length]);
        for (int asset = 0; asset < flow.length; asset++) {
            sum[asset] += flow[asset];
        }
    }

    /** Who is at work, where it sells and has an account of its own. */
    private static @Nullable Seller seller(Deed deed, Scene scene) {
        if (deed instanceof Deed.Rule rule) {
            return new Seller(rule.venue(), 0);
        }
        Seller seller = deed instanceof Deed.Answer answer
                ? new Seller(answer.venue(), answer.seller())
                : deed instanceof Deed.Bear bear ? new Seller(bear.venue(), bear.layer() + 1) : null;
        if (seller != null && seller.number() > 0) {
            LossModel<?> model = scene.spec(seller.venue()).losses().get(seller.number() - 1);
            return model.paysFrom() == LossModel.Purse.ITSELF ? seller : null;
        }
        return seller;
    }

    private static long[] own(Seller seller, Scene scene) {
        long[] own = new long[scene.assetCount()];
        int account = seller.account(scene).index();
        for (int asset = 0; asset < own.length; asset++) {
            own[asset] = scene.balance(account, asset);
        }
        return own;
    }

    private static void happened(Event event, Scene scene, Notes notes) {
        if (event.kind() == Event.Kind.BID) {
            notes.met();
        }
        if (event.kind() != Event.Kind.FILLED) {
            return;
        }
        notes.met();
        Accounts.Kind taker = scene.kind(event.other().index());
        boolean own = taker == Accounts.Kind.MECHANISM || taker == Accounts.Kind.OWN;
        if (!own
                || scene.venueOf(event.other().index())
                        != scene.venueOf(event.subject().index())) {
            return;
        }
        Outsider outsider = Outsider.of(scene)
                .find(each -> each.venue() == scene.venueOf(event.subject().index()))
                .get();
        BigDecimal given = outsider.value(event.first().asset(), event.first().units());
        BigDecimal paid = outsider.value(event.second().asset(), event.second().units());
        if (given.compareTo(paid) > 0) {
            notes.breach(scene.name(event.other()) + " took " + event.first() + " worth " + given + " of "
                    + scene.name(event.subject()) + " for " + event.second());
        }
    }

    @Override
    public void end(Scene scene, Notes notes) {
        kept.forEach((seller, sums) -> {
            boolean settled = true;
            for (int target : scene.targets(seller.venue())) {
                settled &= scene.seller(seller.venue(), target) != seller.number();
            }
            for (int asset = 0; asset < sums.length && settled; asset++) {
                if (sums[asset] > 0 && !seller.mayKeep(scene.asset(asset), scene)) {
                    notes.breach("nothing stands any more, and " + scene.name(seller.account(scene)) + " has kept "
                            + scene.asset(asset).show(sums[asset]));
                }
            }
        });
    }
}
