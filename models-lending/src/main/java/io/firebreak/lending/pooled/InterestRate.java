package io.firebreak.lending.pooled;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/** What debts grow by a year, as a function of how much of the deposits is lent. */
public sealed interface InterestRate {
    /**
     * A share a year, compounded by whoever asks it.
     *
     * @param utilisation what is owed ÷ what was supplied
     */
    double perYear(double utilisation);

    /** {@code base + slope1·u/optimal} up to the optimum, {@code base + slope1 + slope2·(u − optimal)/(1 − optimal)} above. */
    @About(
            value = "Two straight lines that meet at the optimal utilisation; each slope is what its line adds in all.",
            follows = "Aave v3 fd1fbd91: DefaultReserveInterestRateStrategyV2.sol")
    record Kinked(
            @Parameter(value = "at no utilisation", unit = "ratio", preset = "0%", source = "Aave v3 mainnet, WETH")
                    Ratio base,
            @Parameter(
                            value = "added up to the optimum",
                            unit = "ratio",
                            preset = "4%",
                            source = "Aave v3 mainnet, USDC")
                    Ratio slope1,
            @Parameter(
                            value = "added from the optimum to 1",
                            unit = "ratio",
                            preset = "60%",
                            source = "Aave v3 mainnet, USDC")
                    Ratio slope2,
            @Parameter(
                            value = "the optimal utilisation",
                            unit = "ratio",
                            preset = "90%",
                            min = "1%",
                            max = "99%",
                            source = "Aave v3 mainnet, USDC")
                    Ratio optimal)
            implements InterestRate {
        @Override
        public double perYear(double utilisation) {
            double best = optimal.value().toDouble();
            double below = Math.min(utilisation, best) / best;
            double above = Math.max(0, Math.min(1, utilisation) - best) / (1 - best);
            return base.value().toDouble()
                    + slope1.value().toDouble() * below
                    + slope2.value().toDouble() * above;
        }
    }

    /** {@code base + multiplier·min(u, kink) + jump·max(0, u − kink)}. */
    @About(
            value = "A straight line, and a steeper one above the kink; a slope is per unit of utilisation.",
            follows = "Compound v2 a3214f67: JumpRateModelV2.sol; without a jump, WhitePaperInterestRateModel.sol")
    record Jump(
            @Parameter(value = "at no utilisation", unit = "ratio", preset = "0%", source = "Compound v2 mainnet, USDC")
                    Ratio base,
            @Parameter(
                            value = "slope up to the kink",
                            unit = "ratio",
                            preset = "5%",
                            source = "Compound v2 mainnet, USDC")
                    Ratio multiplier,
            @Parameter(
                            value = "slope above the kink",
                            unit = "ratio",
                            preset = "109%",
                            source = "Compound v2 mainnet, USDC")
                    Ratio jump,
            @Parameter(
                            value = "where it begins",
                            unit = "ratio",
                            preset = "80%",
                            min = "0%",
                            max = "200%",
                            source = "Compound v2 mainnet, USDC")
                    Ratio kink)
            implements InterestRate {
        @Override
        public double perYear(double utilisation) {
            double at = kink.value().toDouble();
            return base.value().toDouble()
                    + multiplier.value().toDouble() * Math.min(utilisation, at)
                    + jump.value().toDouble() * Math.max(0, utilisation - at);
        }
    }
}
