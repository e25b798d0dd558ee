package io.firebreak.api.venue;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Decimal;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;

/**
 * A venue's move: its next state, postings, counters published, and what the action returned.
 *
 * @param reversed postings, latest first; it may debit its own accounts and the sender's wallet and margin account
 * @param result base units the action returned, for {@code ResultOf} and the receipt
 */
public record Step<S>(S state, List<Posting> reversed, List<Tuple2<String, Decimal>> marks, long result) {
    public static <S> Step<S> of(S state) {
        return new Step<>(state, List.empty(), List.empty(), 0);
    }

    public Step<S> move(AccountId from, AccountId to, Asset asset, long units) {
        return units == 0
                ? this
                : new Step<>(state, reversed.prepend(new Posting(from, to, asset, units)), marks, result);
    }

    /** Publishes a counter, for example cumulative funding per unit. */
    public Step<S> mark(String name, Decimal value) {
        return new Step<>(state, reversed, marks.prepend(Tuple.of(name, value)), result);
    }

    public Step<S> returning(long units) {
        return new Step<>(state, reversed, marks, units);
    }
}
