package io.firebreak.testkit.relation;

import static io.firebreak.core.wiring.Socket.AGENT;
import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;
import static io.firebreak.core.wiring.Socket.MARGIN;
import static io.firebreak.core.wiring.Socket.ORACLE;
import static io.firebreak.core.wiring.Socket.PRICE;
import static io.firebreak.core.wiring.Socket.SAFEGUARD;
import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 501 to 549: what holds between two runs that differ in one thing. */
public final class RelationRules {
    private static final Seq<Socket> OF_ACCOUNTS = Vector.of(VENUE, MARGIN, LIQUIDATION, LOSS, SAFEGUARD);
    private static final Seq<Socket> ALL = OF_ACCOUNTS.appendAll(Vector.of(ORACLE, PRICE, AGENT));

    private RelationRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                relation(
                        501,
                        "permutingEqualsChangesNothing",
                        "in whatever order accounts are listed and numbered, the same happens to each of them, but for the"
                                + " unit by which a repaid share of a debt is rounded",
                        "two accounts are listed",
                        OF_ACCOUNTS,
                        "equals are treated equally",
                        "",
                        new AnotherOrder()),
                relation(
                        502,
                        "splittingAnAccountChangesNothing",
                        "two accounts that hold and owe what one did fare together as it did, but for roundings",
                        "the mechanism claims to be SybilNeutral, and no parameter is an amount",
                        Vector.of(LIQUIDATION, LOSS),
                        "Chitra et al., arXiv:2512.01112: capped haircuts are Sybil-neutral where the caps split",
                        "",
                        new Split()),
                relation(
                        503,
                        "scalingScales",
                        "where every amount is ten times as large, so is what comes of it, but for roundings",
                        "no parameter is an amount, but for what a loss model begins with",
                        OF_ACCOUNTS,
                        "metamorphic testing",
                        "",
                        new Scaled()),
                relation(
                        504,
                        "namesMeanNothing",
                        "under other names of assets, accounts and venues the same happens",
                        "no mechanism draws by account",
                        ALL,
                        "metamorphic testing",
                        "",
                        new OtherNames()),
                relation(
                        505,
                        "theUnrelatedChangesNothing",
                        "a second market beside it, with accounts and assets of its own, changes nothing, whatever happens"
                                + " there",
                        "no edge between the two is declared",
                        ALL,
                        "Morpho Blue: markets are isolated",
                        "",
                        new InCompany()),
                relation(
                        506,
                        "theDateMeansNothing",
                        "started some days later, the same happens",
                        "no mechanism reads a file by date",
                        ALL,
                        "metamorphic testing",
                        "",
                        new LaterStart()),
                relation(
                        507,
                        "theNaiveTwinAgrees",
                        "found by an index or by looking at every account, the same accounts are unsafe after every action",
                        "",
                        OF_ACCOUNTS,
                        "exchange-core: OrderBookDirectImplTest",
                        "",
                        new SecondTime.Indexed()),
                relation(
                        508,
                        "sameInputsSameBits",
                        "played a second time, the same happens to the last bit",
                        "",
                        ALL,
                        "design: same inputs, same bits",
                        "",
                        new SecondTime()));
    }

    private static Rule relation(
            int number,
            String name,
            String sentence,
            String precondition,
            Seq<Socket> families,
            String source,
            String violation,
            Relation relation) {
        return new Rule(
                number,
                name,
                Kind.METAMORPHIC,
                sentence,
                precondition,
                families,
                source,
                violation,
                new Check.ByComparing(relation));
    }
}
