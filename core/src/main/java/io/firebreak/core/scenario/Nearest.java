package io.firebreak.core.scenario;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** The known name that somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /** {@code . Maybe 'english-auction'}, or nothing where no name is near. */
    public static String hint(String name, Seq<String> known) {
        return of(name, known).map(each -> ". Maybe '" + each + "'").getOrElse("");
    }

    static Option<String> of(String name, Seq<String> known) {
        return known.minBy(each -> distance(name, each))
                .filter(each -> distance(name, each) <= Math.max(2, name.length() / 2));
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                cost[i][j] =
                        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
