package io.firebreak.lending.losses;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.lending.english.Bidding;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What a debt auction remembers.
 *
 * @param queue bad debt that is not under auction yet, oldest first
 * @param sale the auction at work
 * @param collected paid by bidders and not yet handed on, base units of the debt asset
 * @param asked the number of the last block in which something was missing here
 */
public record Debts(Vector<Queued> queue, Option<Sale> sale, long collected, long asked) {
    public static final Debts NONE = new Debts(Vector.empty(), Option.none(), 0, -1);

    /** Bad debt that may be auctioned from a time on. */
    public record Queued(long units, long ripeMillis) {}

    /**
     * An auction of newly issued claims.
     *
     * @param target the lot account on which the offer stands
     * @param lot what the best bidder receives
     */
    public record Sale(AccountId target, long lot, Bidding bidding) {}

    /** In a block. Where nothing was missing here in the one before, what waited is gone, and what is missing now is new. */
    Debts askedIn(long block) {
        return new Debts(block <= asked + 1 ? queue : Vector.empty(), sale, collected, block);
    }

    long queued() {
        return queue.foldLeft(0L, (sum, debt) -> sum + debt.units());
    }

    long ripe(long now) {
        return queue.foldLeft(0L, (sum, debt) -> debt.ripeMillis() <= now ? sum + debt.units() : sum);
    }

    /** Missing, and promised by no bid yet. */
    long onSale(long bid) {
        return sale.isDefined() && !sale.get().bidding().hasLeader() ? bid : 0;
    }

    Debts add(long units, long ripeMillis) {
        return new Debts(queue.append(new Queued(units, ripeMillis)), sale, collected, asked);
    }

    /** Takes from the oldest. */
    Debts take(long units) {
        Vector<Queued> rest = queue;
        long left = units;
        while (left > 0 && rest.nonEmpty()) {
            Queued oldest = rest.head();
            rest = rest.tail();
            if (oldest.units() > left) {
                rest = rest.prepend(new Queued(oldest.units() - left, oldest.ripeMillis()));
            }
            left -= Math.min(left, oldest.units());
        }
        return new Debts(rest, sale, collected, asked);
    }

    Debts with(Option<Sale> next) {
        return new Debts(queue, next, collected, asked);
    }

    Debts collecting(long units) {
        return new Debts(queue, sale, collected + units, asked);
    }
}
