package io.firebreak.core.book;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Accounts with more than two legs, by how far each of their factors may go before they must be looked at again.
 *
 * <p>A safe account with surplus h and gross weighted value G stays safe while nothing that it holds falls, and nothing that
 * it owes rises, by more than h ÷ G since it was looked at; an unsafe one stays unsafe while nothing moves so far the other
 * way. Each of its legs has a barrier at that level, and the account is due when one is reached: a factor that goes up and
 * down between the barriers costs nothing, and neither do factors of what the account does not have. Barriers lie in binary
 * heaps, one for each factor and direction, and are dropped when outdated.
 */
final class BarrierIndex {
    private final @Nullable Heap[] falling;
    private final @Nullable Heap[] rising;
    private final Heap always = new Heap();
    private int[] looks = new int[64];
    private final IntList due = new IntList();

    /**
     * An index without accounts.
     *
     * @param factors how many there are
     */
    BarrierIndex(int factors) {
        falling = new Heap[factors];
        rising = new Heap[factors];
    }

    /** Looks at the account no more, unless it is told to again. */
    void forget(int account) {
        if (account >= looks.length) {
            looks = Arrays.copyOf(looks, Math.max(account + 1, looks.length * 2));
        }
        looks[account]++;
    }

    /** Looks at a forgotten account in every step. */
    void watch(int account) {
        always.add(Double.NEGATIVE_INFINITY, account);
    }

    /** Looks at a forgotten account when a factor has gone from a level by more than so large a part of it, down or up. */
    void watch(int account, int factor, boolean down, double level, double tolerance) {
        if (down) {
            heap(falling, factor).add(-level * (1 - tolerance), account);
        } else {
            heap(rising, factor).add(Math.max(level * (1 + tolerance), Double.MIN_VALUE), account);
        }
    }

    private Heap heap(@Nullable Heap[] heaps, int factor) {
        Heap heap = heaps[factor];
        if (heap == null) {
            heap = heaps[factor] = new Heap();
        }
        return heap;
    }

    /** A factor is at another level now. */
    void move(int factor, double level) {
        Heap down = falling[factor];
        if (down != null) {
            down.reach(-level);
        }
        Heap up = rising[factor];
        if (up != null) {
            up.reach(level);
        }
    }

    /** Ends a step: names every account that is due, once; it is forgotten. */
    void takeDue(IntConsumer look) {
        always.reach(0);
        // One that is watched again from here on is looked at in the next step at the earliest.
        for (int i = 0; i < due.size(); i++) {
            look.accept(due.get(i));
        }
        due.clear();
    }

    /** Barriers, the next one first: rising levels, or falling ones with the sign changed. */
    private final class Heap {
        private double[] barriers = new double[16];
        private int[] accounts = new int[16];
        private int[] looksThen = new int[16];
        private int size;

        void add(double barrier, int account) {
            if (size == barriers.length) {
                makeRoom();
            }
            int at = size++;
            while (at > 0 && barriers[(at - 1) / 2] > barrier) {
                copy((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            put(at, barrier, account, looks[account]);
        }

        private boolean isOutdated(int at) {
            return looksThen[at] != looks[accounts[at]];
        }

        /** Drops what is outdated, and grows where that is not much. */
        private void makeRoom() {
            int kept = 0;
            for (int at = 0; at < size; at++) {
                if (!isOutdated(at)) {
                    copy(at, kept++);
                }
            }
            size = kept;
            for (int at = size / 2 - 1; at >= 0; at--) {
                sink(at, barriers[at], accounts[at], looksThen[at]);
            }
            if (size > barriers.length / 2) {
                int grown = barriers.length * 2;
                barriers = Arrays.copyOf(barriers, grown);
                accounts = Arrays.copyOf(accounts, grown);
                looksThen = Arrays.copyOf(looksThen, grown);
            }
        }

        /** Finds who is due at a level. */
        void reach(double level) {
            while (size > 0 && barriers[0] <= level) {
                if (!isOutdated(0)) {
                    due.add(accounts[0]);
                    forget(accounts[0]);
                }
                size--;
                sink(0, barriers[size], accounts[size], looksThen[size]);
            }
        }

        private void sink(int from, double barrier, int account, int lookThen) {
            int at = from;
            for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && barriers[child + 1] < barriers[child]) {
                    child++;
                }
                if (barriers[child] >= barrier) {
                    break;
                }
                copy(child, at);
                at = child;
            }
            put(at, barrier, account, lookThen);
        }

        private void copy(int from, int to) {
            barriers[to] = barriers[from];
            accounts[to] = accounts[from];
            looksThen[to] = looksThen[from];
        }

        private void put(int at, double barrier, int account, int lookThen) {
            barriers[at] = barrier;
            accounts[at] = account;
            looksThen[at] = lookThen;
        }
    }
}
