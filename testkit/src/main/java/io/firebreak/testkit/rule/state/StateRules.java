package io.firebreak.testkit.rule.state;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;
import static io.firebreak.core.wiring.Socket.MARGIN;
import static io.firebreak.core.wiring.Socket.SAFEGUARD;
import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/** Rules 201 to 229: what holds of the books after every action, read off by somebody who did not write them. */
public final class StateRules {
    private StateRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                state(
                        201,
                        "balancesSumToZero",
                        "the balances of every asset sum to zero over all accounts, added up from scratch",
                        "",
                        "double entry",
                        StateChecks.SumsToZero::new,
                        VENUE,
                        LIQUIDATION,
                        LOSS,
                        SAFEGUARD),
                state(
                        202,
                        "accountsOweOnlyWhatTheirLegsSay",
                        "no wallet holds less than nothing; a margin account or lot only of what is a debt, a contract or"
                                + " its money leg at its venue",
                        "",
                        "design: the ledger is the risk network",
                        StateChecks.OweOnlyByLegs::new,
                        VENUE,
                        LIQUIDATION,
                        LOSS),
                state(
                        203,
                        "poolIsOwedWhatDebtorsOwe",
                        "what a debt pool is owed is the sum of what its debtors owe, each rounded up by less than a unit",
                        "the venue lends from a debt pool",
                        "Morpho Blue, SharesMathLib.sol; Aave v3: scaled balances",
                        StateChecks.DebtorsOwe::new,
                        VENUE,
                        LIQUIDATION,
                        LOSS),
                state(
                        204,
                        "nothingStandsOnTheHealthy",
                        "when a block ends nothing stands on an account that its margin model calls healthy",
                        "something stands on an account",
                        "design: an offer on an account is void while the account is healthy",
                        StateChecks.StandsOnUnsafe::new,
                        LIQUIDATION,
                        MARGIN),
                state(
                        205,
                        "nothingIsMadeThatNobodyOwes",
                        "an own account of a venue or of a loss layer holds less than nothing only of what is owed to it as"
                                + " a debt pool, or of a claim that it issues and nobody borrows",
                        "",
                        "design: whoever is negative owes it",
                        StateChecks.NothingFromNowhere::new,
                        VENUE,
                        LOSS));
    }

    private static Rule state(
            int number,
            String name,
            String sentence,
            String precondition,
            String source,
            Supplier<Watch> watch,
            Socket... families) {
        return Rule.watched(number, name, Kind.STATE, sentence, precondition, source, "", watch, families);
    }
}
