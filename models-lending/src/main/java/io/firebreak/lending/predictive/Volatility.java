package io.firebreak.lending.predictive;

import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** What the next returns are expected to vary by, from those of the past. */
public sealed interface Volatility {
    /**
     * Variance of the sum of the next {@code steps} returns.
     *
     * @param returns logarithmic returns of equal spans, oldest first
     */
    double variance(Seq<Double> returns, int steps);

    /** The variance forgets: {@code v ← λ·v + (1 − λ)·r²}, and stays what it is. */
    @About(
            value = "A mean of squared returns in which the latest weigh most.",
            follows = "RiskMetrics Technical Document 1996: exponentially weighted moving average")
    record Ewma(
            @Parameter(
                            value = "how much of the variance stays from one return to the next",
                            preset = "0.94",
                            min = "0.5",
                            max = "0.9999",
                            source = "RiskMetrics 1996, daily returns")
                    double lambda)
            implements Volatility {
        @Override
        public double variance(Seq<Double> returns, int steps) {
            if (returns.isEmpty()) {
                return 0;
            }
            double variance = mean(returns);
            for (double each : returns) {
                variance = lambda * variance + (1 - lambda) * each * each;
            }
            return variance * steps;
        }
    }

    /**
     * GARCH(1,1), {@code v ← ω + α·r² + β·v}, with α and β by maximum likelihood and {@code ω = mean·(1 − α − β)}, so that
     * the forecast returns to the mean of the past.
     */
    @About(
            value =
                    "Variance that rises with shocks and returns to its mean, fitted to the past by maximum likelihood.",
            follows = "Bollerslev 1986: GARCH(1,1), with variance targeting",
            simplifies = "normal innovations of mean zero")
    record Garch(
            @Parameter(
                            value =
                                    "how many returns it is fitted to, at least; before that it is the mean of what there is",
                            preset = "30",
                            min = "10",
                            max = "10000")
                    int least)
            implements Volatility {
        private static final int MOST_EVALUATIONS = 400;
        private static final double TOLERANCE = 1e-9;
        private static final double LESS_THAN_ONE = 0.9999;

        @Override
        public double variance(Seq<Double> returns, int steps) {
            double mean = mean(returns);
            if (returns.size() < least || mean == 0) {
                return mean * steps;
            }
            double[] past =
                    returns.toJavaStream().mapToDouble(Double::doubleValue).toArray();
            double[] fitted = fit(past, mean);
            double kept = fitted[0] + fitted[1];
            double next = filter(past, mean, fitted[0], fitted[1])[1];
            // The sum of a forecast that returns to the mean at the pace of α + β.
            return steps * mean + (next - mean) * (1 - StrictMath.pow(kept, steps)) / (1 - kept);
        }

        private static double[] fit(double[] past, double mean) {
            MultivariateFunction loss = point -> point[0] < 0 || point[1] < 0 || point[0] + point[1] >= LESS_THAN_ONE
                    ? Double.MAX_VALUE
                    : filter(past, mean, point[0], point[1])[0];
            PointValuePair best = new SimplexOptimizer(new SimpleValueChecker(TOLERANCE, TOLERANCE, MOST_EVALUATIONS))
                    .optimize(
                            new MaxEval(2 * MOST_EVALUATIONS),
                            new ObjectiveFunction(loss),
                            GoalType.MINIMIZE,
                            new InitialGuess(new double[] {0.1, 0.8}),
                            new NelderMeadSimplex(new double[] {0.05, 0.05}));
            return best.getPoint();
        }

        /** Minus twice the logarithm of the likelihood, a constant left out; and the variance of the next return. */
        private static double[] filter(double[] past, double mean, double alpha, double beta) {
            double omega = mean * (1 - alpha - beta);
            double variance = mean;
            double loss = 0;
            for (double each : past) {
                loss += StrictMath.log(variance) + each * each / variance;
                variance = omega + alpha * each * each + beta * variance;
            }
            return new double[] {loss, variance};
        }
    }

    private static double mean(Seq<Double> returns) {
        return returns.isEmpty() ? 0 : returns.foldLeft(0.0, (sum, each) -> sum + each * each) / returns.size();
    }
}
