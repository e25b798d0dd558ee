package io.firebreak.testkit.rule.venue;

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
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import io.firebreak.testkit.rule.reading.Pool;
import io.firebreak.testkit.rule.reading.Purse;
import io.firebreak.testkit.rule.reading.Standing;
import io.vavr.collection.Seq;
import org.jspecify.annotations.Nullable;

/** What rules 231 and 351 to 369 look at. */
final class VenueChecks {
    private VenueChecks() {}

    /** Looks at what a user's action did to its sender. */
    abstract static class OfSender implements Watch {
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
    abstract static class OfPurse extends OfSender {
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

    static final class NothingForNothing extends OfPurse {
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
    static final class ThereAndBack extends OfPurse {
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

    static final class LendsWhatItHas implements Watch {
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

    static final class StrangersKeep implements Watch {
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

    static final class TimeRepaysNobody implements Watch {
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

    static final class StaysAboveInitial extends OfSender {
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
    abstract static class OfRepayment extends OfSender {
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

    static final class TakesWhatIsOwed extends OfRepayment {
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

    static final class PaymentCounts extends OfRepayment {
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
