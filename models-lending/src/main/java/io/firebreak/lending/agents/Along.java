package io.firebreak.lending.agents;

import io.firebreak.api.ledger.AccountId;
import io.vavr.Tuple2;
import io.vavr.collection.Iterator;
import io.vavr.collection.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks targets up in a map in the ascending order in which a venue shows them: each step is a step, not a search. */
final class Along<V> {
    private final Iterator<Tuple2<AccountId, V>> rest;
    private @Nullable Tuple2<AccountId, V> next;

    Along(TreeMap<AccountId, V> map) {
        rest = map.iterator();
        next = rest.hasNext() ? rest.next() : null;
    }

    /** What the map holds of a target that is greater than the one asked for before; {@code null} where nothing. */
    @Nullable
    V at(AccountId target) {
        while (next != null && next._1.index() < target.index()) {
            next = rest.hasNext() ? rest.next() : null;
        }
        return next != null && next._1.index() == target.index() ? next._2 : null;
    }
}
