package io.firebreak.testkit.shrink;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.oracle.SpotOracle;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.ScriptedPath;

/** A simpler world outside: oracles that show the market, markets without impact, prices that move less often. */
final class Simpler implements Pass {
    /** As a scenario without a depth is read. */
    private static final double NO_DEPTH_MOVE = 0.01;

    @Override
    public void over(Attempt attempt) {
        for (OracleSpec oracle : attempt.economy().oracles()) {
            if (!(oracle.model() instanceof SpotOracle)) {
                live(attempt, oracle);
            }
        }
        for (MarketSpec market : attempt.economy().markets()) {
            if (Double.isFinite(market.depthValue()) || market.depthMove() != NO_DEPTH_MOVE) {
                attempt.replace(
                        market,
                        () -> new MarketSpec(
                                market.name(),
                                market.asset(),
                                market.path(),
                                Double.POSITIVE_INFINITY,
                                NO_DEPTH_MOVE,
                                market.recovery(),
                                ImpactMode.GROSS));
            }
        }
        for (MarketSpec market : attempt.economy().markets()) {
            if (market.path() instanceof ScriptedPath path) {
                points(attempt, path);
            }
        }
    }

    private static void live(Attempt attempt, OracleSpec oracle) {
        Economy economy = attempt.economy();
        for (MarketSpec market : economy.markets()) {
            if (attempt.replace(oracle, () -> new OracleSpec(oracle.name(), new SpotOracle(market.name())))) {
                return;
            }
        }
    }

    private static void points(Attempt attempt, ScriptedPath path) {
        if (attempt.replace(path, () -> new FixedPath(path.start()))) {
            return;
        }
        ScriptedPath now = path;
        for (int at = path.points().size() - 1; at >= 0; at--) {
            ScriptedPath from = now;
            ScriptedPath to = new ScriptedPath(now.start(), now.points().removeAt(at), now.straight());
            if (attempt.replace(from, () -> to)) {
                now = to;
            }
        }
        if (now.points().headOption().exists(point -> point.price().isDefined())) {
            ScriptedPath from = now;
            double first = now.points().head().price().get().toDouble();
            attempt.replace(from, () -> now(first, from));
        }
    }

    /** It begins where its first point leads. */
    private static Object now(double first, ScriptedPath path) {
        return path.points().size() == 1
                ? new FixedPath(first)
                : new ScriptedPath(first, path.points().tail(), path.straight());
    }
}
