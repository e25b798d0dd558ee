package io.firebreak.core.book;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.margin.MarginView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one venue: at most one offer and one invitation per account or lot, in flat columns. An ask is evaluated
 * once and kept as long as it says its value holds; offers with equal asks share the value.
 */
public final class Offers implements UndoLog.Undoable {
    private static final int OFFER = 0;
    private static final int INVITATION = 1;

    private final UndoLog undo;
    private int[] slotOf = new int[0];
    private int[] targets = new int[16];
    private int[] sellers = new int[16];
    private Order.@Nullable Offer[] offers = new Order.Offer[16];
    private @Nullable Invitation[] invitations = new Invitation[16];
    private @Nullable Asked[] asked = new Asked[16];
    private int size;
    private long version;
    private int[] sorted = new int[0];
    private boolean isSorted = true;
    private @Nullable Ask lastAsk;
    private @Nullable Pair lastPair;
    private @Nullable AskPrice lastPrice;
    private long lastEpoch = -1;

    /** What an offer asked for a pair when prices had last changed. */
    private record Asked(AskPrice price, Pair pair, long epoch) {}

    public Offers(UndoLog undo) {
        this.undo = undo;
    }

    public int size() {
        return size;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    public boolean stands(int target) {
        return slot(target) >= 0;
    }

    public Order.@Nullable Offer offer(int target) {
        int slot = slot(target);
        return slot < 0 ? null : offers[slot];
    }

    public @Nullable Invitation invitation(int target) {
        int slot = slot(target);
        return slot < 0 ? null : invitations[slot];
    }

    /** Which of the venue's sellers stands behind the target: 0 the liquidation model, n the n-th loss layer. */
    public int seller(int target) {
        return sellers[slot(target)];
    }

    private int slot(int target) {
        return target < slotOf.length ? slotOf[target] : Accounts.NONE;
    }

    public void offer(int seller, Order.Offer offer) {
        put(offer.target().index(), OFFER, seller, offer);
    }

    public void invite(int seller, Invitation invitation) {
        put(invitation.target().index(), INVITATION, seller, invitation);
    }

    /** Takes offer and invitation back. */
    public void withdraw(int target) {
        int slot = slot(target);
        if (slot >= 0) {
            int seller = sellers[slot];
            put(target, OFFER, seller, null);
            put(target, INVITATION, seller, null);
        }
    }

    private void put(int target, int what, int seller, @Nullable Object value) {
        int slot = slot(target);
        Object old = slot < 0 ? null : what == OFFER ? offers[slot] : invitations[slot];
        if (old == null && value == null) {
            return;
        }
        undo.push(this, target, what, slot < 0 ? seller : sellers[slot], old);
        set(target, what, seller, value);
    }

    @Override
    public void undo(int target, int what, long seller, @Nullable Object old) {
        set(target, what, (int) seller, old);
    }

    private void set(int target, int what, int seller, @Nullable Object value) {
        version++;
        int slot = slot(target);
        if (slot < 0) {
            if (value == null) {
                return;
            }
            slot = open(target);
        }
        sellers[slot] = seller;
        if (what == OFFER) {
            offers[slot] = (Order.Offer) value;
            asked[slot] = null;
        } else {
            invitations[slot] = (Invitation) value;
        }
        if (offers[slot] == null && invitations[slot] == null) {
            close(slot);
        }
    }

    private int open(int target) {
        if (target >= slotOf.length) {
            int old = slotOf.length;
            slotOf = Arrays.copyOf(slotOf, Math.max(target + 1, old * 2));
            Arrays.fill(slotOf, old, slotOf.length, Accounts.NONE);
        }
        if (size == targets.length) {
            int grown = size * 2;
            targets = Arrays.copyOf(targets, grown);
            sellers = Arrays.copyOf(sellers, grown);
            offers = Arrays.copyOf(offers, grown);
            invitations = Arrays.copyOf(invitations, grown);
            asked = Arrays.copyOf(asked, grown);
        }
        slotOf[target] = size;
        targets[size] = target;
        isSorted = false;
        return size++;
    }

    private void close(int slot) {
        int last = --size;
        slotOf[targets[slot]] = Accounts.NONE;
        if (slot != last) {
            targets[slot] = targets[last];
            sellers[slot] = sellers[last];
            offers[slot] = offers[last];
            invitations[slot] = invitations[last];
            asked[slot] = asked[last];
            slotOf[targets[slot]] = slot;
        }
        offers[last] = null;
        invitations[last] = null;
        asked[last] = null;
        isSorted = false;
    }

    /** The targets, ascending; valid until the next change. */
    public int[] targets() {
        if (!isSorted) {
            sorted = Arrays.copyOf(targets, size);
            Arrays.sort(sorted);
            isSorted = true;
        }
        return sorted;
    }

    /**
     * What the offer asks now; {@code null} where it cannot be said.
     *
     * @param epoch grows when a price changes
     */
    public @Nullable AskPrice price(int target, Pair pair, long epoch, long nowMillis, MarginView view) {
        int slot = slot(target);
        Order.Offer offer = slot < 0 ? null : offers[slot];
        if (offer == null) {
            return null;
        }
        Asked kept = asked[slot];
        if (kept != null
                && kept.epoch() == epoch
                && nowMillis < kept.price().untilMillis()
                && kept.pair().equals(pair)) {
            return kept.price();
        }
        AskPrice price;
        AskPrice last = lastPrice;
        if (last != null
                && lastEpoch == epoch
                && nowMillis < last.untilMillis()
                && pair.equals(lastPair)
                && offer.ask().equals(lastAsk)) {
            price = last;
        } else {
            price = offer.ask().price(pair, view).getOrNull();
            lastAsk = offer.ask();
            lastPair = pair;
            lastPrice = price;
            lastEpoch = epoch;
        }
        asked[slot] = price == null ? null : new Asked(price, pair, epoch);
        return price;
    }

    /** The pair an offer names; {@code null} where the taker chooses or nothing is offered. */
    public @Nullable Pair pair(AccountId target) {
        Order.Offer offer = offer(target.index());
        return offer == null ? null : offer.pair().getOrNull();
    }
}
