package io.firebreak.core.book;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import java.util.ArrayList;
import java.util.List;

/** Every posting that stands, in order, for whoever replays a run: an action that fails takes its postings back. */
public final class Journal {
    private final List<Posting> postings = new ArrayList<>();

    void add(int from, int to, Asset asset, long units) {
        postings.add(new Posting(new AccountId(from), new AccountId(to), asset, units));
    }

    public int size() {
        return postings.size();
    }

    /** Forgets all but the first {@code size}. */
    public void truncate(int size) {
        postings.subList(size, postings.size()).clear();
    }

    /** Those from {@code from} on. */
    public List<Posting> since(int from) {
        return List.copyOf(postings.subList(from, postings.size()));
    }
}
