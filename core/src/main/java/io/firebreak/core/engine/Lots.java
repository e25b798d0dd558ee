package io.firebreak.core.engine;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.IntList;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.book.UndoLog;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The lots of one venue: which numbers are fresh, which lots are open. */
final class Lots implements UndoLog.Undoable {
    private static final int CURSOR = 0;
    private static final int OPENED = 1;
    private static final int CLOSED = 2;
    private static final int FORFEITED = 3;

    private final Desk<?> desk;
    private final IntList numbers = new IntList();
    private final BitSet open = new BitSet();
    private final BitSet estates = new BitSet();
    private int cursor;

    Lots(Desk<?> desk) {
        this.desk = desk;
    }

    /** The ledger account of the next lot but {@code ordinal}. */
    int fresh(int ordinal) {
        while (numbers.size() <= cursor + ordinal) {
            numbers.add(desk.world.accounts.open(
                    Accounts.Kind.LOT, desk.number, Accounts.NONE, desk.name() + "/lot-" + (numbers.size() + 1)));
        }
        return numbers.get(cursor + ordinal);
    }

    /** The lot opened last; {@link Accounts#NONE} before the first. */
    int latest() {
        return cursor == 0 ? Accounts.NONE : numbers.get(cursor - 1);
    }

    boolean isOpen(int lot) {
        return open.get(lot);
    }

    /** Takes a fresh lot into use. */
    void open(int lot, int owner) {
        int ordinal = 0;
        while (cursor + ordinal < numbers.size() && numbers.get(cursor + ordinal) != lot) {
            ordinal++;
        }
        if (cursor + ordinal >= numbers.size()) {
            throw new LawBroken(Law.KNOWN_LOT, desk.world.accounts.name(lot) + " is not a fresh lot");
        }
        desk.world.undo.push(this, CURSOR, cursor, 0, null);
        desk.world.undo.push(this, OPENED, lot, 0, null);
        cursor += ordinal + 1;
        open.set(lot);
        desk.world.accounts.setOwner(lot, owner);
    }

    /** Keeps a fresh lot from being taken into use by others: something stands on it without a seizure. */
    void reserve(int lot) {
        for (int ordinal = 0; cursor + ordinal < numbers.size(); ordinal++) {
            if (numbers.get(cursor + ordinal) == lot) {
                desk.world.undo.push(this, CURSOR, cursor, 0, null);
                cursor += ordinal + 1;
                desk.world.accounts.setOwner(lot, Accounts.NONE);
                return;
            }
        }
    }

    /** Whether the lot was forfeited: what it holds is the venue's. */
    boolean isEstate(int lot) {
        return estates.get(lot);
    }

    /** Open lots that were forfeited, ascending. */
    Seq<AccountId> estates() {
        return Array.ofAll(estates.stream().filter(open::get).boxed()).map(desk.world::id);
    }

    void forfeit(int lot) {
        desk.world.undo.push(this, FORFEITED, lot, 0, null);
        estates.set(lot);
    }

    void close(int lot) {
        if (!open.get(lot)) {
            throw new LawBroken(Law.KNOWN_LOT, desk.world.accounts.name(lot) + " is not an open lot");
        }
        desk.world.undo.push(this, CLOSED, lot, 0, null);
        open.clear(lot);
    }

    /** The open lots, ascending. */
    Seq<AccountId> open() {
        return Array.ofAll(open.stream().boxed()).map(desk.world::id);
    }

    int count() {
        return open.cardinality();
    }

    @Override
    public void undo(int what, int number, long value, @Nullable Object reference) {
        if (what == CURSOR) {
            cursor = number;
        } else if (what == FORFEITED) {
            estates.clear(number);
        } else {
            open.set(number, what == CLOSED);
        }
    }
}
