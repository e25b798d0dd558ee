package io.firebreak.core.oracle;

import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;
import java.time.Duration;

/** Shows what another oracle shows, save in an outage, when its last price before stands and ages. */
@About("Another oracle that falls silent for a while.")
public record OutageOracle(
        @Parameter("the oracle that it passes on, declared earlier") OracleRef of,
        @Parameter("when it falls silent, since the first block") Duration from,
        @Parameter("when it speaks again, since the first block") Duration to)
        implements OracleModel<OutageOracle.Passed> {
    /**
     * What was passed on.
     *
     * @param startMillis time of the first block; none before it
     */
    public record Passed(Option<Long> startMillis, Option<Price> last) {}

    public OutageOracle {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("an outage ends after it begins, and not at " + to + " after " + from);
        }
    }

    @Override
    public Passed initial() {
        return new Passed(Option.none(), Option.none());
    }

    @Override
    public Publication<Passed> step(Passed state, OracleView view) {
        long now = view.block().timeMillis();
        Passed passed = state.startMillis.isEmpty() ? new Passed(Option.some(now), Option.none()) : state;
        long since = now - passed.startMillis.get();
        if (since >= from.toMillis() && since < to.toMillis()) {
            return Publication.silent(passed);
        }
        Option<Price> shown = view.other(of);
        return shown.isEmpty() || shown.equals(passed.last)
                ? Publication.silent(passed)
                : new Publication<>(new Passed(passed.startMillis, shown), shown);
    }
}
