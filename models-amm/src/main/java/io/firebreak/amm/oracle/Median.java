package io.firebreak.amm.oracle;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.Live;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Shows the middle one of what several oracles show, of an even number the mean of the two in the middle: a minority cannot
 * move it beyond what the others show.
 *
 * <p>It is silent until more than half of them have spoken, and as old as the youngest majority: more than half are no
 * older.
 */
@About(
        value = "The middle one of what several oracles show.",
        follows = "Maker, Median (median.sol), with a quorum of more than half",
        simplifies = "The sources are oracles, which may be stale, where the original takes signed messages")
public record Median(@Parameter("oracles declared earlier") Seq<OracleRef> of) implements OracleModel<Nothing>, Live {
    private static final MathContext DIGITS = new MathContext(Decimal.CROSSING_DIGITS);

    public Median {
        if (of.isEmpty()) {
            throw new IllegalArgumentException("a median needs an oracle, better three");
        }
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Publication<Nothing> step(Nothing state, OracleView view) {
        Seq<Price> shown = of.flatMap(view::other);
        int majority = of.size() / 2 + 1;
        if (shown.size() < majority) {
            return Publication.silent(state);
        }
        Seq<Decimal> values = shown.map(Price::value).sorted();
        Decimal low = values.get((values.size() - 1) / 2);
        Decimal high = values.get(values.size() / 2);
        long observed = shown.map(Price::observedMillis).sorted().get(shown.size() - majority);
        return Publication.of(state, new Price(low.equals(high) ? low : between(low, high), observed));
    }

    private static Decimal between(Decimal low, Decimal high) {
        BigDecimal sum = low.toBigDecimal().add(high.toBigDecimal());
        return Decimal.of(sum.divide(BigDecimal.valueOf(2), DIGITS));
    }
}
