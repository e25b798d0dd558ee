package io.firebreak.core.book;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Accounts with more than two legs, by how far prices may move before they must be looked at again.
 *
 * <p>An account with surplus h and gross weighted value G keeps its side while no factor has moved by more than h ÷ G since
 * it was looked at. An odometer adds up the largest relative move of every step; an account is due when the odometer has
 * passed its reading at the last look plus log(1 + |h| ÷ G). Entries lie in a binary heap and are dropped when outdated.
 */
final class DriftIndex {
    private static final double SLACK = 1e-12;

    private double[] dues = new double[64];
    private int[] accounts = new int[64];
    private int size;
    private double[] dueOf = new double[64];
    private double odometer;

    double odometer() {
        return odometer;
    }

    /** A step in which no factor moved by more than {@code relative}, up or down. */
    void advance(double relative) {
        odometer += StrictMath.log1p(relative) * (1 + SLACK);
    }

    /** Looks at the account again after a relative move of {@code tolerance}. */
    void schedule(int account, double tolerance) {
        double due = odometer + StrictMath.log1p(tolerance) * (1 - SLACK);
        ensure(account);
        dueOf[account] = due;
        if (size == dues.length) {
            dues = Arrays.copyOf(dues, size * 2);
            accounts = Arrays.copyOf(accounts, size * 2);
        }
        int at = size++;
        while (at > 0 && dues[(at - 1) / 2] > due) {
            dues[at] = dues[(at - 1) / 2];
            accounts[at] = accounts[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        dues[at] = due;
        accounts[at] = account;
    }

    void forget(int account) {
        ensure(account);
        dueOf[account] = Double.NaN;
    }

    private void ensure(int account) {
        if (account >= dueOf.length) {
            int old = dueOf.length;
            dueOf = Arrays.copyOf(dueOf, Math.max(account + 1, old * 2));
            Arrays.fill(dueOf, old, dueOf.length, Double.NaN);
        }
    }

    /** Names every account that is due; it must be scheduled or forgotten then. */
    void takeDue(IntConsumer look) {
        IntList due = new IntList();
        while (size > 0 && dues[0] <= odometer) {
            double when = dues[0];
            int account = accounts[0];
            dropFirst();
            if (dueOf[account] == when) {
                dueOf[account] = Double.NaN;
                due.add(account);
            }
        }
        // One that has no room left is due again at once: it is looked at in the next step, not in this one.
        for (int i = 0; i < due.size(); i++) {
            look.accept(due.get(i));
        }
    }

    private void dropFirst() {
        double due = dues[--size];
        int account = accounts[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && dues[child + 1] < dues[child]) {
                child++;
            }
            if (dues[child] >= due) {
                break;
            }
            dues[at] = dues[child];
            accounts[at] = accounts[child];
            at = child;
        }
        dues[at] = due;
        accounts[at] = account;
    }
}
