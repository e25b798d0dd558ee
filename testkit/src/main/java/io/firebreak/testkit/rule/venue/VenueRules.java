package io.firebreak.testkit.rule.venue;

import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.RedeemsAccounts;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import io.firebreak.testkit.rule.reading.Pool;
import io.firebreak.testkit.rule.reading.Purse;
import io.firebreak.testkit.rule.reading.Standing;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.jspecify.annotations.Nullable;

/** Rules 231 and 351 to 369: what venues with margin accounts may do, and what a user's action may do at any venue. */
public final class VenueRules {
    private VenueRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        231,
                        "lendsNoMoreThanItHas",
                        Kind.STATE,
                        "what a venue lends of an asset that it does not issue is no more than what was supplied or is its"
                                + " treasury's: idle is never negative",
                        "a venue lends what others issue, and began with no more lent than supplied",
                        "Aave v3, ValidationLogic.sol: validateBorrow",
                        "",
                        LendsWhatItHas::new,
                        VENUE),
                Rule.watched(
                        351,
                        "noActionPaysForNothing",
                        Kind.STEP,
                        "no action leaves its sender with more of one thing and less of nothing: all is rounded against the"
                                + " actor, to the unit",
                        "a user's action at a venue was accepted, and nothing lay there that was nobody's",
                        "Morpho Blue, SharesMathLib.sol: toSharesDown, toSharesUp",
                        "Balancer v2, November 2025: roundings in the actor's favour, many times in one transaction",
                        NothingForNothing::new,
                        VENUE),
                Rule.watched(
                        352,
                        "strangersKeepWhatTheyHave",
                        Kind.STEP,
                        "an action of one user takes nothing out of another's margin account and adds nothing to another's"
                                + " debt, or pays its debt off for what that is worth",
                        "somebody else has something in a margin account",
                        "design: the ledger is the risk network",
                        "",
                        StrangersKeep::new,
                        VENUE),
                Rule.watched(
                        353,
                        "timeRepaysNobody",
                        Kind.STEP,
                        "a block's accrual never lowers what an account owes",
                        "an account owes something when its venue accrues",
                        "Maker dss, jug.sol; Aave v3, ReserveLogic.sol: the index never falls",
                        "",
                        TimeRepaysNobody::new,
                        VENUE),
                Rule.watched(
                        354,
                        "nobodyStepsBelowInitialMargin",
                        Kind.STEP,
                        "no action of a user leaves the account below its initial requirement that met it before, by the"
                                + " margin model asked anew",
                        "an account met its initial requirement before its owner's action, and owes something after it",
                        "Aave v3, ValidationLogic.sol: validateHFAndLtv",
                        "Euler, March 2023: donateToReserves asked for no health check",
                        StaysAboveInitial::new,
                        VENUE),
                Rule.watched(
                        355,
                        "thereAndBackNeverPays",
                        Kind.STEP,
                        "a user's actions at a venue, one after the other within a block and with nobody in between, never"
                                + " end with more of one thing and less of nothing",
                        "two such actions, of which neither pays for nothing by itself",
                        "Uniswap v2, UniswapV2Pair.sol: k never falls",
                        "Uranium Finance, April 2021: a swap there and back drained the pool",
                        ThereAndBack::new,
                        VENUE),
                Rule.watched(
                        359,
                        "repaysNoMoreThanIsOwedOfUsers",
                        Kind.STEP,
                        "who repays more than is owed pays no more than is owed",
                        "a user repaid, or offered to repay, more than was owed",
                        "Aave v3, BorrowLogic.sol: executeRepay",
                        "",
                        TakesWhatIsOwed::new,
                        VENUE),
                Rule.watched(
                        360,
                        "whatIsPaidIsNoLongerOwed",
                        Kind.STEP,
                        "a repayment lowers the debt by what was paid, to within the worth of one share of the debt",
                        "a user repaid something",
                        "Aave v3, BorrowLogic.sol: executeRepay",
                        "",
                        PaymentCounts::new,
                        VENUE),
                Rule.watched(
                        369,
                        "capitalStaysBehindTheCover",
                        Kind.STEP,
                        "whoever redeems leaves the capital that the cover requires, and is refused for no more than that",
                        "the venue covers losses and states the capital that it requires",
                        "Nexus Mutual v2: MCR.sol, getMCR; Pool.sol",
                        "",
                        Capital.StaysBehindTheCover::new,
                        VENUE),
                Rule.watched(
                        370,
                        "capitalEarnsThePremium",
                        Kind.HISTORY,
                        "the capital earns the stated share of the cover, step by step, as long as there are premiums",
                        "the venue covers losses and states its premium",
                        "Nexus Mutual v2: Cover.sol",
                        "",
                        Capital.EarnsThePremium::new,
                        VENUE),
                Rule.watched(
                        371,
                        "whoStandsReadyTakesWhatItCan",
                        Kind.STEP,
                        "when a block ends nothing is on offer that a venue stands ready for and has the money to take a part of",
                        "the venue states which pair it takes all of, something of it is on offer, and nobody gave the venue anything",
                        "Liquity v1, StabilityPool.sol: offset",
                        "",
                        Standby.TakesWhatItCan::new,
                        VENUE),
                Rule.watched(
                        372,
                        "takesAreSharedByDeposit",
                        Kind.HISTORY,
                        "what a venue that stands ready pays and receives is each depositor's in proportion to what is left of its"
                                + " deposit: whoever leaves has that much, to a few units for each take",
                        "the venue states which pair it takes all of, took something, and nobody gave it anything",
                        "Liquity v1, StabilityPool.sol: product and sum",
                        "",
                        Standby.SharesByDeposit::new,
                        VENUE),
                Rule.watched(
                        374,
                        "flashLoansComeBack",
                        Kind.STEP,
                        "an action that borrows within itself leaves the lender no less than it had",
                        "an action with a flash loan is applied",
                        "ERC-3156; Aave v1, LendingPool.sol: flashLoan",
                        "",
                        FlashLoans::new,
                        VENUE));
    }

    /** Looks at what a user's action did to its sender. */
    private abstract static class OfSender implements Watch {
        int venue = Accounts.NONE;
        int wallet;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            Action.AtVenue action = Purse.usersAction(deed);
            if (action != null && deed instanceof Deed.Act act) {
                venue = scene.venue(action.venue());
                wallet = act.sender().index();
                if (venue != Accounts.NONE) {
                    begins(action, scene);
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            Action.AtVenue action = Purse.usersAction(deed);
            if (venue != Accounts.NONE && action != null) {
                ends(action, scene, notes);
            }
        }

        abstract void begins(Action.AtVenue action, Scene scene);

        abstract void ends(Action.AtVenue action, Scene scene, Notes notes);
    }

    /** Looks at what it did to the sender's purse. */
    private abstract static class OfPurse extends OfSender {
        /** Whether there was something to be had that is nobody's. */
        boolean anybodys;

        private @Nullable Purse before;
        private Pool[] pools = new Pool[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
        }

        @Override
        final void begins(Action.AtVenue action, Scene scene) {
            before = Purse.of(scene, venue, wallet);
            anybodys = pools[venue].isAnybodys(scene);
        }

        @Override
        final void ends(Action.AtVenue action, Scene scene, Notes notes) {
            if (before != null) {
                ends(action, before, Purse.of(scene, venue, wallet), scene, notes);
            }
        }

        final boolean isDeserted(Scene scene) {
            return pools[venue].isDeserted(scene);
        }

        abstract void ends(Action.AtVenue action, Purse before, Purse after, Scene scene, Notes notes);
    }

    private static final class NothingForNothing extends OfPurse {
        @Override
        void ends(Action.AtVenue action, Purse before, Purse after, Scene scene, Notes notes) {
            if (anybodys) {
                return;
            }
            notes.met();
            int gained = after.gained(before);
            if (gained >= 0) {
                notes.breach(scene.name(scene.id(wallet)) + " has " + after.against(before, gained, scene)
                        + " before, and less of nothing, by " + action);
            }
        }
    }

    /** Remembers the sender's purses from the beginning of an uninterrupted row of actions on. */
    private static final class ThereAndBack extends OfPurse {
        private static final int LONGEST = 12;
        private final Purse[] row = new Purse[LONGEST];
        private int length;
        private int who = Accounts.NONE;
        private int where = Accounts.NONE;

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (Purse.usersAction(deed) == null && !(deed instanceof Deed.Decide)) {
                length = 0;
            }
            super.after(deed, scene, notes);
        }

        @Override
        void ends(Action.AtVenue action, Purse before, Purse after, Scene scene, Notes notes) {
            if (who != wallet || where != venue || length == LONGEST) {
                length = 0;
            }
            who = wallet;
            where = venue;
            if (after.gained(before) >= 0 || (length == 0 && anybodys)) {
                length = 0;
                return;
            }
            for (int i = 0; i < length; i++) {
                int gained = after.gained(row[i]);
                if (gained >= 0) {
                    notes.breach(scene.name(scene.id(wallet)) + " has " + after.against(row[i], gained, scene) + " "
                            + (length - i + 1) + " actions ago, and less of nothing; the last was " + action);
                }
            }
            if (length > 0) {
                notes.met();
            }
            row[length++] = before;
            if (isDeserted(scene)) {
                length = 0;
            }
        }
    }

    private static final class LendsWhatItHas implements Watch {
        private Pool[] pools = new Pool[0];
        private boolean[][] judged = new boolean[0][];

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
            judged = new boolean[scene.venues()][scene.assetCount()];
            for (int venue = 0; venue < judged.length; venue++) {
                for (Leg leg : scene.legs(venue)) {
                    int asset = leg.asset().index();
                    judged[venue][asset] = leg instanceof Leg.SharedDebt
                            && !scene.spec(venue).venue().plan().issuedAssets().contains(leg.asset())
                            && pools[venue].idle(scene, asset) >= 0;
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
                return;
            }
            for (int venue = 0; venue < judged.length; venue++) {
                for (int asset = 0; asset < judged[venue].length; asset++) {
                    if (judged[venue][asset]) {
                        notes.met();
                        long idle = pools[venue].idle(scene, asset);
                        if (idle < 0) {
                            notes.breach(scene.spec(venue).name() + " has lent "
                                    + scene.asset(asset).show(-idle) + " more than there is");
                        }
                    }
                }
            }
        }
    }

    /** What every margin account of a venue holds and owes, by account and leg. */
    private static long[][] holdings(Scene scene, int venue) {
        Seq<Leg> legs = scene.legs(venue);
        long[][] all = new long[scene.accounts()][];
        for (int account = 0; account < all.length; account++) {
            if (scene.kind(account) == Accounts.Kind.MARGIN && scene.venueOf(account) == venue) {
                all[account] = new long[legs.size()];
                for (int leg = 0; leg < legs.size(); leg++) {
                    all[account][leg] = scene.view(venue)
                            .holding(scene.id(account), legs.get(leg).asset());
                }
            }
        }
        return all;
    }

    private static final class StrangersKeep implements Watch {
        private long[][] before = new long[0][];

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            Action.AtVenue action = Purse.usersAction(deed);
            int venue = action == null ? Accounts.NONE : scene.venue(action.venue());
            before = venue == Accounts.NONE ? new long[0][] : holdings(scene, venue);
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            Action.AtVenue action = Purse.usersAction(deed);
            if (action == null || !(deed instanceof Deed.Act act) || before.length == 0) {
                return;
            }
            int venue = scene.venue(action.venue());
            Seq<Leg> legs = scene.legs(venue);
            for (int account = 0; account < before.length; account++) {
                if (before[account] == null
                        || scene.owner(account) == act.sender().index()
                        || isRedeemed(account, venue, scene)) {
                    continue;
                }
                for (int leg = 0; leg < legs.size(); leg++) {
                    long then = before[account][leg];
                    long now = then == 0
                            ? 0
                            : scene.view(venue)
                                    .holding(scene.id(account), legs.get(leg).asset());
                    if (then != 0) {
                        notes.met();
                    }
                    if (now < then) {
                        Asset asset = legs.get(leg).asset();
                        notes.breach(scene.name(scene.id(account)) + " has " + asset.show(now) + " where it had "
                                + asset.show(then) + ", and its owner did nothing: " + action);
                    }
                }
            }
        }

        /** Whether the venue may redeem accounts, and this one is worth no less for it. */
        private boolean isRedeemed(int account, int venue, Scene scene) {
            if (!(scene.spec(venue).venue() instanceof RedeemsAccounts)) {
                return false;
            }
            Outsider outsider =
                    Outsider.of(scene).find(each -> each.venue() == venue).get();
            long[] now = outsider.amounts(account);
            return outsider.held(now)
                            .subtract(outsider.owed(now))
                            .compareTo(outsider.held(before[account]).subtract(outsider.owed(before[account])))
                    >= 0;
        }
    }

    private static final class TimeRepaysNobody implements Watch {
        private long[][] before = new long[0][];

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Accrual accrual && scene.hasMargin(accrual.venue())) {
                before = holdings(scene, accrual.venue());
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Accrual accrual) || !scene.hasMargin(accrual.venue())) {
                return;
            }
            Seq<Leg> legs = scene.legs(accrual.venue());
            for (int leg = 0; leg < legs.size(); leg++) {
                Asset asset = legs.get(leg).asset();
                for (int account = 0; legs.get(leg) instanceof Leg.SharedDebt && account < before.length; account++) {
                    if (before[account] != null && before[account][leg] < 0) {
                        notes.met();
                        long now = scene.view(accrual.venue()).holding(scene.id(account), asset);
                        if (now > before[account][leg]) {
                            notes.breach(scene.name(scene.id(account)) + " owes " + asset.show(-now)
                                    + " where it owed " + asset.show(-before[account][leg])
                                    + " before the venue accrued");
                        }
                    }
                }
            }
        }
    }

    private static final class StaysAboveInitial extends OfSender {
        private boolean met;

        @Override
        void begins(Action.AtVenue action, Scene scene) {
            int account = scene.marginAccount(venue, wallet);
            met = scene.isPriced(venue)
                    && (account == Accounts.NONE
                            || !Standing.of(scene, venue, account).isBelow(Requirement.INITIAL));
        }

        @Override
        void ends(Action.AtVenue action, Scene scene, Notes notes) {
            int account = scene.marginAccount(venue, wallet);
            if (!met || account == Accounts.NONE) {
                return;
            }
            Standing standing = Standing.of(scene, venue, account);
            if (standing.owes()) {
                notes.met();
                if (standing.isBelow(Requirement.INITIAL)) {
                    notes.breach(scene.name(scene.id(wallet)) + " is left below its initial requirement by " + action);
                }
            }
        }
    }

    /** Compares what a repayment took with what was owed. */
    private abstract static class OfRepayment extends OfSender {
        private long owed;
        private long purse;

        @Override
        void begins(Action.AtVenue action, Scene scene) {
            if (action instanceof Action.Repay repay) {
                owed = owed(repay.asset(), scene);
                purse = scene.balance(wallet, repay.asset().index());
            }
        }

        @Override
        void ends(Action.AtVenue action, Scene scene, Notes notes) {
            if (action instanceof Action.Repay repay && isDebt(repay.asset(), scene)) {
                repaid(repay, owed, purse - scene.balance(wallet, repay.asset().index()), scene, notes);
            }
        }

        private boolean isDebt(Asset asset, Scene scene) {
            return scene.legs(venue)
                    .exists(leg -> leg instanceof Leg.SharedDebt && leg.asset().equals(asset));
        }

        long owed(Asset asset, Scene scene) {
            int account = scene.marginAccount(venue, wallet);
            return account == Accounts.NONE || !isDebt(asset, scene)
                    ? 0
                    : Math.max(0, -scene.view(venue).holding(scene.id(account), asset));
        }

        abstract void repaid(Action.Repay repay, long owed, long paid, Scene scene, Notes notes);
    }

    private static final class TakesWhatIsOwed extends OfRepayment {
        @Override
        void repaid(Action.Repay repay, long owed, long paid, Scene scene, Notes notes) {
            if (!(repay.quantity() instanceof Quantity.Units units) || units.units() > owed) {
                notes.met();
            }
            if (paid > owed) {
                notes.breach(
                        scene.name(scene.id(wallet)) + " paid " + repay.asset().show(paid) + " and owed "
                                + repay.asset().show(owed));
            }
        }
    }

    private static final class PaymentCounts extends OfRepayment {
        @Override
        void repaid(Action.Repay repay, long owed, long paid, Scene scene, Notes notes) {
            if (paid <= 0 || owed <= 0) {
                return;
            }
            notes.met();
            long left = owed(repay.asset(), scene);
            if (left > Math.max(0, owed - paid) + aShare(repay.asset(), scene)) {
                notes.breach(scene.name(scene.id(wallet)) + " owed "
                        + repay.asset().show(owed) + ", paid " + repay.asset().show(paid) + " and owes "
                        + repay.asset().show(left));
            }
        }

        /** What a share of the debt amounts to, rounded up, and a unit for the rounding of what is owed. */
        private long aShare(Asset asset, Scene scene) {
            for (Leg leg : scene.legs(venue)) {
                if (leg instanceof Leg.SharedDebt debt && debt.asset().equals(asset)) {
                    long shares = scene.balance(debt.pool(), debt.shares());
                    long total = -scene.balance(debt.pool(), asset);
                    return shares <= 0 || total <= 0 ? 1 : 1 + Exact.mulDivUp(1, total, shares);
                }
            }
            return 1;
        }
    }
}
