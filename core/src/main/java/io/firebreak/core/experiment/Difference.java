package io.firebreak.core.experiment;

import io.firebreak.core.economy.ImpactMode;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * How far one design lies from another in one metric, paired by seed.
 *
 * @param headline design minus reference, worlds averaged, under the headline impact mode
 * @param cells the same in each world and impact mode
 * @param doubt why the difference is not resolved; none where it is
 */
public record Difference(
        String design, String reference, Column metric, Estimate headline, Seq<Cell> cells, Option<String> doubt) {
    /** One world and impact mode. */
    public record Cell(String world, ImpactMode impact, Estimate difference) {
        String name() {
            return (world.isEmpty() ? "" : world + ", ") + "impact " + Variant.word(impact);
        }
    }

    static Difference judged(String design, String reference, Column metric, Estimate headline, Seq<Cell> cells) {
        return new Difference(design, reference, metric, headline, cells, doubt(cells));
    }

    /**
     * Resolved: in every world and impact mode the paired 95 % interval lies on the same side of zero. A difference that
     * every seed shows alike is its own interval.
     */
    public boolean resolved() {
        return doubt.isEmpty();
    }

    /** Whether it is better here and worse there: the ranking depends on the world or the impact. */
    public boolean flips() {
        return cells.exists(cell -> cell.difference().side() > 0)
                && cells.exists(cell -> cell.difference().side() < 0);
    }

    /** 1: the design is resolved to be better than the reference, −1: worse, 0: not resolved, or neither is better. */
    public int betterness() {
        int side = resolved() ? cells.head().difference().side() : 0;
        return switch (metric.better()) {
            case LOWER -> -side;
            case HIGHER -> side;
            case NEITHER -> 0;
        };
    }

    private static Option<String> doubt(Seq<Cell> cells) {
        if (cells.isEmpty()) {
            return Option.some("nothing was measured");
        }
        return cells.find(cell -> cell.difference().count() < 2)
                .map(cell -> "too few seeds (" + cell.difference().count() + ") in " + cell.name())
                .orElse(() -> {
                    Option<Cell> above = cells.find(cell -> cell.difference().mean() > 0);
                    Option<Cell> below = cells.find(cell -> cell.difference().mean() < 0);
                    return above.flatMap(
                            up -> below.map(down -> "the sign flips between " + up.name() + " and " + down.name()));
                })
                .orElse(() -> cells.find(cell -> cell.difference().side() == 0)
                        .map(cell -> "the interval contains zero in " + cell.name()));
    }
}
