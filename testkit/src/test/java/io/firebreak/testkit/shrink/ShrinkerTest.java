package io.firebreak.testkit.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.oracle.SpotOracle;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static Verdict.Broken shortest(int rule, LiquidationModel<?> model, Composition company) {
        Report report = new Campaign(
                        new Subject("faulty", Socket.LIQUIDATION, model, company.with(model)),
                        Vector.of(Catalogue.rule(rule)))
                .run(new Campaign.Effort(300, 1));
        assertThat(report.broken()).hasSize(1);
        return report.broken().head();
    }

    private static Seq<Parcel> holdings(Trial trial) {
        return trial.economy()
                .venues()
                .flatMap(venue -> venue.accounts())
                .flatMap(group -> ((AccountGroup.Given) group).rows())
                .flatMap(AccountGroup.Row::holdings);
    }

    private static void isPlain(Trial trial) {
        assertThat(trial.script().size()).isLessThanOrEqualTo(6);
        assertThat(holdings(trial)).isNotEmpty().allSatisfy(ShrinkerTest::isRound);
        assertThat(trial.economy().clock().blockMillis()).isEqualTo(60_000);
        assertThat(trial.economy().oracles()).allMatch(oracle -> oracle.model() instanceof SpotOracle);
        assertThat(trial.economy().agents()).isEmpty();
    }

    /** Whole units of at most two digits that are not zeros. */
    private static void isRound(Parcel parcel) {
        assertThat(parcel.asset().whole(parcel.units()).scale()).isZero();
        assertThat(Long.toString(Math.abs(parcel.units())).replaceAll("0+$", ""))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void leavesOneAccountOfAnOverGenerousOne() {
        Verdict.Broken broken = shortest(304, new Faulty.Generous(), Companions.perp());
        isPlain(broken.shortest());
        assertThat(holdings(broken.shortest())).hasSizeLessThanOrEqualTo(2);
        assertThat(broken.breach().detail()).contains("venue/alice");
    }

    @Test
    void leavesOnePriceThatCuresOneAccount() {
        Verdict.Broken broken = shortest(105, new Faulty.Vindictive(), Companions.loan());
        isPlain(broken.shortest());
        assertThat(broken.shortest().economy().clock().blocks()).isEqualTo(2);
        assertThat(broken.shortest().script()).isEmpty();
    }

    @Test
    void leavesOneAccountThatIsSeized() {
        Verdict.Broken broken = shortest(401, new Faulty.Sleepy(), Companions.perp());
        isPlain(broken.shortest());
        assertThat(broken.shortest().economy().markets()).hasSize(2);
        assertThat(broken.shortest().economy().assets()).hasSize(2);
    }

    @Test
    void leavesTheBidThatTheFaultNeeds() {
        Verdict.Broken broken = shortest(113, new Faulty.Jealous(), Companions.loan());
        isPlain(broken.shortest());
        assertThat(broken.shortest().script())
                .hasSizeBetween(1, 2)
                .allMatch(action -> action.action() instanceof Action.Bid);
        assertThat(broken.breach().detail()).contains("somebody else is here");
    }

    @Test
    void leavesTheTrialAsItIsWhereNothingIsBroken() {
        Trial trial = world();
        assertThat(new Shrinker().shrink(trial, each -> false).trial()).isSameAs(trial);
    }

    @Test
    void saysWhenTheBudgetWasTooSmall() {
        Trial trial = world();
        Shortest cut = new Shrinker(3).shrink(trial, each -> true);
        assertThat(cut.exhausted()).isTrue();
        assertThat(cut.examinations()).isEqualTo(3);
        assertThat(new Shrinker().shrink(trial, each -> true).exhausted()).isFalse();
    }

    @Test
    void takesWhatCannotBePlayedForUnbroken() {
        Trial trial = world();
        Trial cut = new Shrinker()
                .shrink(trial, each -> {
                    if (!each.equals(trial)) {
                        throw new IllegalStateException("cannot be played");
                    }
                    return true;
                })
                .trial();
        assertThat(cut).isSameAs(trial);
    }

    @Test
    void replacesABundleByTheStepThatMatters() {
        Action sale = new Action.MarketOrder(Setting.MARKET, Setting.ETH, Quantity.of(1_234_567_890L), Setting.USD);
        Action purchase = new Action.MarketOrder(Setting.MARKET, Setting.USD, new Quantity.ResultOf(0), Setting.ETH);
        Trial trial = world(new ScriptedAction(1, "mallory", new Action.Bundle(Vector.of(sale, purchase))));
        Trial cut = shortest(
                trial,
                each -> mentions(
                        each,
                        part -> part instanceof Action.MarketOrder order
                                && order.give().equals(Setting.USD)));
        assertThat(cut.script())
                .containsExactly(new ScriptedAction(
                        0, "alice", new Action.MarketOrder(Setting.MARKET, Setting.USD, Quantity.all(), Setting.ETH)));
    }

    @Test
    void shortensABundleWhoseStepsNeedEachOther() {
        Action kick = new Action.Kick(Setting.VENUE, AccountId.openedBy(0));
        Action sale = new Action.MarketOrder(Setting.MARKET, Setting.ETH, Quantity.of(7), Setting.USD);
        Action purchase = new Action.MarketOrder(Setting.MARKET, Setting.USD, new Quantity.ResultOf(1), Setting.ETH);
        Trial trial = world(new ScriptedAction(
                1, "mallory", new Action.Bundle(Vector.of(kick, sale, purchase)), List.of("venue/carol")));
        Trial cut = shortest(trial, each -> each.script()
                .exists(action -> action.action() instanceof Action.Bundle bundle
                        && bundle.steps().count(Action.MarketOrder.class::isInstance) == 2));
        ScriptedAction left = cut.script().head();
        assertThat(left.names()).isEmpty();
        assertThat(((Action.Bundle) left.action()).steps().last())
                .isEqualTo(new Action.MarketOrder(Setting.MARKET, Setting.USD, Quantity.all(), Setting.ETH));
    }

    @Test
    void roundsAmountsThatMatter() {
        Trial trial = world(new ScriptedAction(
                3, "mallory", new Action.Deposit(Setting.VENUE, Setting.ETH, Quantity.of(3_141_592_653L))));
        Trial cut = shortest(
                trial,
                each -> mentions(each, part -> part instanceof Quantity.Units units && units.units() > 2_718_281_828L));
        assertThat(cut.script().map(ScriptedAction::action))
                .containsExactly(new Action.Deposit(Setting.VENUE, Setting.ETH, Quantity.of(10_000_000_000L)));
        assertThat(cut.economy().clock().blocks()).isEqualTo(1);
    }

    @Test
    void givesOneAllTheActionsOfSeveral() {
        Trial trial = world(
                new ScriptedAction(0, "carol", new Action.Deposit(Setting.VENUE, Setting.ETH, Quantity.all())),
                new ScriptedAction(1, "mallory", new Action.Withdraw(Setting.VENUE, Setting.ETH, Quantity.all())));
        Trial cut = shortest(trial, each -> each.script().size() == 2);
        assertThat(cut.script().map(ScriptedAction::sender)).containsExactly("alice", "alice");
        assertThat(cut.script().map(ScriptedAction::block)).containsExactly(0L, 0L);
        assertThat(cut.economy().wallets()).isEmpty();
    }

    private static Trial shortest(Trial trial, Predicate<Trial> breaks) {
        Shortest shortest = new Shrinker().shrink(trial, breaks);
        assertThat(shortest.exhausted()).isFalse();
        assertThat(breaks.test(shortest.trial())).isTrue();
        return shortest.trial();
    }

    private static boolean mentions(Trial trial, Predicate<Object> what) {
        boolean[] found = {false};
        Parts.forEach(trial.script(), part -> found[0] |= what.test(part));
        return found[0];
    }

    private static Trial world(ScriptedAction... script) {
        Sketch sketch = new Sketch(
                12_000,
                2000,
                Vector.of(new Sketch.Move.By(0.5), new Sketch.Move.Stay(), new Sketch.Move.By(1.5)),
                Sketch.Feed.WILD,
                1e6,
                Vector.of(new Sketch.Holder(0, 12_345, 990, false), new Sketch.Holder(1, 10, 500, false)),
                Vector.empty(),
                7);
        return new Workshop(Companions.loan()).world(sketch).withScript(Vector.of(script));
    }
}
