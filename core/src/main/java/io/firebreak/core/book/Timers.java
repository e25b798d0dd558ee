package io.firebreak.core.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One timer per account: who is due when. */
public final class Timers implements UndoLog.Undoable {
    private static final long NONE = Long.MAX_VALUE;

    private final UndoLog undo;
    private long[] dueOf = new long[0];
    private long[] heap = new long[16];
    private int[] targets = new int[16];
    private int size;

    public Timers(UndoLog undo) {
        this.undo = undo;
    }

    /** Sets the account's timer, replacing the one it had. */
    public void set(int target, long timeMillis) {
        if (target >= dueOf.length) {
            int old = dueOf.length;
            dueOf = Arrays.copyOf(dueOf, Math.max(target + 1, old * 2));
            Arrays.fill(dueOf, old, dueOf.length, NONE);
        }
        undo.push(this, target, 0, dueOf[target], null);
        put(target, timeMillis);
    }

    /** Stops the account's timer. */
    public void clear(int target) {
        if (target < dueOf.length && dueOf[target] != NONE) {
            undo.push(this, target, 0, dueOf[target], null);
            dueOf[target] = NONE;
        }
    }

    @Override
    public void undo(int target, int second, long timeMillis, @Nullable Object reference) {
        put(target, timeMillis);
    }

    private void put(int target, long timeMillis) {
        dueOf[target] = timeMillis;
        if (timeMillis == NONE) {
            return;
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            targets = Arrays.copyOf(targets, size * 2);
        }
        int at = size++;
        while (at > 0 && after((at - 1) / 2, timeMillis, target)) {
            copy((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        heap[at] = timeMillis;
        targets[at] = target;
    }

    private boolean after(int at, long timeMillis, int target) {
        return heap[at] > timeMillis || (heap[at] == timeMillis && targets[at] > target);
    }

    private void copy(int from, int to) {
        heap[to] = heap[from];
        targets[to] = targets[from];
    }

    public boolean anyDue(long nowMillis) {
        return size > 0 && heap[0] <= nowMillis;
    }

    /** Hands over, ascending, whose time has come; their timers are spent. */
    public void takeDue(long nowMillis, IntList into) {
        into.clear();
        while (size > 0 && heap[0] <= nowMillis) {
            long due = heap[0];
            int target = targets[0];
            dropFirst();
            if (dueOf[target] == due) {
                dueOf[target] = NONE;
                into.add(target);
            }
        }
        into.sort();
    }

    private void dropFirst() {
        size--;
        long timeMillis = heap[size];
        int target = targets[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && after(child, heap[child + 1], targets[child + 1])) {
                child++;
            }
            if (!after(child, timeMillis, target)) {
                copy(child, at);
                at = child;
            } else {
                break;
            }
        }
        heap[at] = timeMillis;
        targets[at] = target;
    }
}
