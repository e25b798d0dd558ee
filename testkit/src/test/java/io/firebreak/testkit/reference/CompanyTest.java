package io.firebreak.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference mechanisms break no rule of the catalogue, in each other's company. */
final class CompanyTest {
    @TestFactory
    Stream<DynamicTest> loansBreakNoRule() {
        return each("loans", Companions.loan());
    }

    @TestFactory
    Stream<DynamicTest> contractsBreakNoRule() {
        return each("contracts", Companions.perp());
    }

    @TestFactory
    Stream<DynamicTest> aPoolBreaksNoRule() {
        return each("pool", Companions.pool());
    }

    /** Its minimum liquidity is an amount, and was once hidden in the code: then it does not scale with all the others. */
    @TestFactory
    Stream<DynamicTest> anEmptyPoolBreaksNoRule() {
        return each("empty pool", Companions.pool().empty());
    }

    @TestFactory
    Stream<DynamicTest> guardedAuctionsBreakNoRule() {
        return each("guarded auctions", guarded(Companions.auction()));
    }

    @TestFactory
    Stream<DynamicTest> guardedAuctionsOfContractsBreakNoRule() {
        return each(
                "guarded auctions of contracts",
                guarded(Companions.perp())
                        .with(new ReferenceAuction(Ratio.of("1.2"), Ratio.of("0.5"), Duration.ofHours(6))));
    }

    @TestFactory
    Stream<DynamicTest> keepersBreakNoRule() {
        ReferenceKeeper keeper = new ReferenceKeeper(Setting.VENUE, new Parcel(Setting.USD, 100_000_000_000L));
        return Stream.of(Companions.auction(), Companions.perp())
                .map(company ->
                        new Subject("keeper", Socket.AGENT, keeper, company.with(new AgentGroup("keepers", keeper))))
                .map(CompanyTest::test);
    }

    private static Composition guarded(Composition company) {
        return company.with(new ReferenceHalt(Ratio.of("0.15"), Duration.ofMinutes(10)))
                .with(new ReferenceLimit(Setting.USD, Ratio.of("0.7"), Duration.ofHours(4)));
    }

    private static Stream<DynamicTest> each(String name, Composition company) {
        return Subjects.of(name, company)
                .distinctBy(Subject::socket)
                .map(CompanyTest::test)
                .toJavaStream();
    }

    private static DynamicTest test(Subject subject) {
        return DynamicTest.dynamicTest(
                subject.name() + " under the rules of " + subject.socket(), () -> breaksNothing(subject));
    }

    private static void breaksNothing(Subject subject) {
        boolean thorough = subject.socket() == Socket.VENUE;
        Report report = new Campaign(subject, Catalogue.all()).run(new Campaign.Effort(thorough ? 250 : 50, 11));
        assertThat(report.broken().map(broken -> broken.breach().toString())).isEmpty();
        if (thorough) {
            assertThat(unmet(subject, report)).isEmpty();
        }
    }

    /** A venue without margin accounts has no accounts at the edge, nor prices. */
    private static Seq<Edge> unmet(Subject subject, Report report) {
        return subject.composition().venue() instanceof ReferencePool
                ? report.unmet().filter(Vector.of(Edge.CLIFF, Edge.ZERO_DEPTH, Edge.REFUSED)::contains)
                : report.unmet();
    }
}
