package io.firebreak.testkit.rule.state;

import static io.firebreak.core.wiring.Socket.AGENT;
import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;
import static io.firebreak.core.wiring.Socket.MARGIN;
import static io.firebreak.core.wiring.Socket.ORACLE;
import static io.firebreak.core.wiring.Socket.PRICE;
import static io.firebreak.core.wiring.Socket.SAFEGUARD;
import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.core.book.Law;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 101 to 199: the engine carries out nothing that breaks them, and stops the run in the mechanism's name. */
public final class Laws {
    private Laws() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                law(Law.CONSERVATION, "conservation", "", "double entry", VENUE, LIQUIDATION, LOSS),
                law(Law.NO_OVERDRAFT, "onlyIssuersOwe", "", "double entry", VENUE, LIQUIDATION, LOSS),
                law(Law.AMOUNT_RANGE, "amountsStayInRange", "", "design: numbers", VENUE, LIQUIDATION, LOSS),
                law(
                        Law.SEIZE_WITHIN_HOLDINGS,
                        "liquidationNeverSeizesMoreThanTheCollateral",
                        "",
                        "Aave v3, LiquidationLogic.sol; Maker dss, dog.sol",
                        LIQUIDATION),
                law(
                        Law.ONLY_UNSAFE,
                        "noLiquidationOfTheHealthy",
                        "",
                        "Aave v3, ValidationLogic.sol: health factor not below threshold",
                        LIQUIDATION),
                law(
                        Law.REPAY_WITHIN_DEBT,
                        "repaysNoMoreThanIsOwed",
                        "",
                        "Maker dss, clip.sol: owe never exceeds tab",
                        LIQUIDATION),
                law(Law.PAYER_CONSENTS, "onlyTheCallerPays", "", "design: the liquidation model", LIQUIDATION, LOSS),
                law(Law.KNOWN_LOT, "aLotOpensOnceAndClosesOnce", "", "Maker dss, clip.sol: sales", LIQUIDATION),
                law(
                        Law.STRANGERS_UNTOUCHED,
                        "aVenueDebitsItsOwnAndTheSender",
                        "",
                        "design: the ledger is the risk network",
                        VENUE),
                law(Law.RULING_SETTLES, "rulingComesToRest", "", "design: the docket", LIQUIDATION),
                law(
                        Law.PRICE_RANGE,
                        "pricesArePositive",
                        "",
                        "design: a price is positive, or NaN: not trading",
                        ORACLE,
                        PRICE),
                law(
                        Law.NO_EXCEPTION,
                        "answersAndNeverThrows",
                        "",
                        "design: a protocol that says no is data",
                        VENUE,
                        MARGIN,
                        LIQUIDATION,
                        LOSS,
                        SAFEGUARD,
                        ORACLE,
                        PRICE,
                        AGENT));
    }

    private static Rule law(Law law, String name, String precondition, String source, Socket... families) {
        return new Rule(
                law.number(),
                name,
                Kind.LAW,
                law.sentence(),
                precondition,
                Vector.of(families),
                source,
                violation(law),
                new Check.ByEngine());
    }

    private static String violation(Law law) {
        return switch (law) {
            case ONLY_UNSAFE ->
                "Compound, 26 November 2020: a DAI price of 1.30 $ on one exchange made healthy accounts liquidatable";
            case NO_EXCEPTION -> "bZx, February 2020, and others: a call that reverts for one account blocks all";
            default -> "";
        };
    }
}
