package io.firebreak.core.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an action changed, so that a failing one leaves no trace. One log for everything mutable: ledger, offers, timers,
 * markets, states. Entries are undone latest first.
 */
public final class UndoLog {
    /** Somebody whose changes can be taken back. */
    public interface Undoable {
        /** Restores what {@link #push} described. */
        void undo(int first, int second, long value, @Nullable Object reference);
    }

    private Undoable[] who = new Undoable[32];
    private int[] firsts = new int[32];
    private int[] seconds = new int[32];
    private long[] values = new long[32];
    private @Nullable Object[] references = new Object[32];
    private int size;
    private boolean recording;

    public boolean recording() {
        return recording;
    }

    /** From here on changes are recorded. */
    public void begin() {
        recording = true;
    }

    /** The changes stand. */
    public void commit() {
        clear();
        recording = false;
    }

    /** Takes back what was changed since {@link #begin}. */
    public void rollBack() {
        recording = false;
        for (int i = size - 1; i >= 0; i--) {
            who[i].undo(firsts[i], seconds[i], values[i], references[i]);
        }
        clear();
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            references[i] = null;
        }
        size = 0;
    }

    /** Notes how to take a change back, where an action is under way. */
    public void push(Undoable undoable, int first, int second, long value, @Nullable Object reference) {
        if (!recording) {
            return;
        }
        if (size == who.length) {
            int grown = size * 2;
            who = Arrays.copyOf(who, grown);
            firsts = Arrays.copyOf(firsts, grown);
            seconds = Arrays.copyOf(seconds, grown);
            values = Arrays.copyOf(values, grown);
            references = Arrays.copyOf(references, grown);
        }
        who[size] = undoable;
        firsts[size] = first;
        seconds[size] = second;
        values[size] = value;
        references[size++] = reference;
    }
}
