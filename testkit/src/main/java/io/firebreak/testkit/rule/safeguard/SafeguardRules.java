package io.firebreak.testkit.rule.safeguard;

import static io.firebreak.core.wiring.Socket.SAFEGUARD;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.LimitsOutflow;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesBreaker;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Pool;
import io.firebreak.testkit.rule.reading.Purse;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** Rules 391 to 399: what may be stopped, how much, and for how long. Safeguards are asked after every action and block. */
public final class SafeguardRules {
    private static final Quantity UNIT = Quantity.of(1);

    private SafeguardRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        391,
                        "repaymentIsOpenWheneverLiquidationIs",
                        Kind.STEP,
                        "a safeguard lets owners repay and deposit, in a halt of liquidations too: they are liquidated when it ends",
                        "a venue with a safeguard has a margin account",
                        "the literature: repayment open whenever liquidation is; Aave v3, PoolConfigurator.sol: freeze and pause",
                        "Aave, November 2023: a paused market stopped repayments too",
                        RepaymentIsOpen::new,
                        SAFEGUARD),
                Rule.watched(
                        392,
                        "outflowStaysWithinItsLimit",
                        Kind.HISTORY,
                        "after an outflow a venue has no less than the limit leaves of what it had when the window, to a tick where"
                                + " the limit counts in ticks, began; what came in meanwhile does not stretch it",
                        "a safeguard states a limit that nobody lifts, and something left",
                        "ERC-7265, CB1: 300,001 of 1,000,000 trips, 300,000 passes",
                        "Ronin, March 2022: 173,600 ETH left in two withdrawals",
                        WithinLimit::new,
                        SAFEGUARD),
                Rule.watched(
                        394,
                        "whatIsStoppedIsDelayed",
                        Kind.HISTORY,
                        "what a safeguard stopped it lets through after a quiet month, at least a unit of it",
                        "something was stopped, and the venue's prices are fresh in the end",
                        "ERC-7265: funds are delayed, never destroyed",
                        "",
                        IsDelayed::new,
                        SAFEGUARD),
                Rule.watched(
                        395,
                        "haltsWheneverAPriceMoved",
                        Kind.HISTORY,
                        "a new liquidation is stopped for as long as stated after a price moved as far and as fast as stated, and"
                                + " at no other time",
                        "a safeguard alone at its venue says when it halts",
                        "limit up, limit down (LU1): 15 s at the limit, a pause of 5 minutes; trading halts of exchanges",
                        "",
                        GuardChecks.HaltsWhenPricesMove::new,
                        SAFEGUARD),
                Rule.watched(
                        396,
                        "noMoreIsLiquidatedThanStated",
                        Kind.HISTORY,
                        "no more liquidations of one account, and of no more debt but for the first one, begin in a block than"
                                + " stated, no more lots are on sale, and none is stopped that would keep to that",
                        "a safeguard alone at its venue states a cap",
                        "Qin et al., IMC 2021: one liquidation per account and block; Maker dss, dog.sol: Hole",
                        "",
                        CapChecks.KeepsToItsCap::new,
                        SAFEGUARD),
                Rule.watched(
                        397,
                        "oldPricesStopWhatNeedsThem",
                        Kind.STEP,
                        "kicks of accounts, restarts of lots, borrowing, trading, and withdrawals by whoever owes something are"
                                + " stopped where a price that it takes is older than stated, and nowhere else",
                        "a safeguard alone at its venue says how old a price may be",
                        "the literature: oracle age ≤ heartbeat, or borrowing and liquidating are off",
                        "Venus, May 2022: LUNA's feed stood still at its least price, and was borrowed against",
                        GuardChecks.NoOldPrices::new,
                        SAFEGUARD),
                Rule.watched(
                        398,
                        "whatBreaksTheLimitIsStopped",
                        Kind.HISTORY,
                        "what would leave is stopped where less than stated would be left of what had been there when the window"
                                + " began, by all that ever came and went, and while the circuit is open, and nowhere else",
                        "a circuit breaker alone at its venue states its limit, and something wants to leave",
                        "ERC-7265, CB1 and CB2: 300,001 of 1,000,000 trips, and nothing leaves until the cooldown is over",
                        "Nomad, August 2022: hundreds of withdrawals in a row, the first ones noticed and none stopped",
                        BreakerChecks.StopsWhatBreaksItsLimit::new,
                        SAFEGUARD),
                Rule.watched(
                        399,
                        "stopsOutsideItsBand",
                        Kind.HISTORY,
                        "a new liquidation is stopped where the price of something that the account holds or owes is as far off its"
                                + " reference as stated, or was for so long that a pause began, and nowhere else",
                        "a safeguard alone at its venue states a band around a mean",
                        "limit up, limit down (LU1): bands around the mean of five minutes, 15 s at the limit, a pause of 5 minutes",
                        "",
                        BandChecks.StopsOutsideItsBand::new,
                        SAFEGUARD));
    }

    private static boolean isGuarded(Scene scene, int venue) {
        return !scene.spec(venue).safeguards().isEmpty();
    }

    /** The owner's actions that make an account safer: a unit and all of each. */
    private static List<Action> remedies(Scene scene, int venue) {
        VenueRef ref = scene.spec(venue).name();
        List<Action> remedies = new ArrayList<>();
        for (Leg leg : scene.legs(venue)) {
            if (leg instanceof Leg.SharedDebt) {
                remedies.add(new Action.Repay(ref, leg.asset(), UNIT));
                remedies.add(new Action.Repay(ref, leg.asset(), Quantity.all()));
            } else if (leg instanceof Leg.Holding) {
                remedies.add(new Action.Deposit(ref, leg.asset(), UNIT));
                remedies.add(new Action.Deposit(ref, leg.asset(), Quantity.all()));
            }
        }
        return remedies;
    }

    private static final class RepaymentIsOpen implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
                return;
            }
            for (int venue = 0; venue < scene.venues(); venue++) {
                for (int account = 0; isGuarded(scene, venue) && account < scene.accounts(); account++) {
                    if (scene.kind(account) == Accounts.Kind.MARGIN && scene.venueOf(account) == venue) {
                        ask(venue, account, scene, notes);
                    }
                }
            }
        }

        private static void ask(int venue, int account, Scene scene, Notes notes) {
            notes.met();
            AccountId owner = scene.id(scene.owner(account));
            for (Action remedy : remedies(scene, venue)) {
                scene.stopped(venue, new Proposal.UserAction(owner, remedy))
                        .forEach(why -> notes.breach("the owner of " + scene.name(scene.id(account)) + " is stopped by "
                                + why + ": " + remedy));
            }
        }
    }

    /** Compares what a venue has after an outflow with what it had when the window began. */
    private static final class WithinLimit implements Watch {
        /** What was there when a block began. */
        private record Seen(long millis, long held) {}

        private final TreeMap<String, Deque<Seen>> history = new TreeMap<>();
        private final TreeMap<String, Long> before = new TreeMap<>();

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (Purse.usersAction(deed) != null) {
                each(
                        scene,
                        (venue, key, limit, asset) ->
                                before.put(key, scene.view(venue).held(asset)));
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            long now = scene.block().timeMillis();
            if (deed instanceof Deed.Accrual accrual) {
                each(scene, (venue, key, limit, asset) -> {
                    if (venue == accrual.venue()) {
                        Deque<Seen> seen = history.computeIfAbsent(key, none -> new ArrayDeque<>());
                        seen.addLast(new Seen(now, scene.view(venue).held(asset)));
                        forget(seen, now - limit.window().toMillis());
                    }
                });
            } else if (Purse.usersAction(deed) != null) {
                each(scene, (venue, key, limit, asset) -> {
                    Deque<Seen> seen = history.get(key);
                    long held = scene.view(venue).held(asset);
                    if (seen != null && held < before.getOrDefault(key, held)) {
                        judge(limit, asset, then(limit, seen, now), held, notes);
                    }
                });
            }
        }

        /** What was there when the window began; of all that was there within its first tick, what allows the most. */
        private static long then(LimitsOutflow limit, Deque<Seen> seen, long now) {
            // What the block left in which the window began is what the next one began with.
            long firstTick =
                    now - limit.window().toMillis() + Math.max(1, limit.tick().toMillis());
            long then = seen.getFirst().held();
            boolean within = true;
            for (Seen each : seen) {
                if (within && each.held() - limit.most(each.held()) < then - limit.most(then)) {
                    then = each.held();
                }
                within &= each.millis() < firstTick;
            }
            return then;
        }

        private static void judge(LimitsOutflow limit, Asset asset, long then, long held, Notes notes) {
            notes.met();
            if (then - held > limit.most(then)) {
                notes.breach(asset.show(then - held) + " of " + asset.show(then) + " left within " + limit.window()
                        + ", and " + asset.show(limit.most(then)) + " may");
            }
        }

        /** Forgets what was replaced before the window began. */
        private static void forget(Deque<Seen> seen, long since) {
            while (seen.size() > 1) {
                Seen first = seen.removeFirst();
                if (seen.getFirst().millis() > since) {
                    seen.addFirst(first);
                    return;
                }
            }
        }

        /** Rule 398 says when somebody lifts a limit, and what holds then. */
        private static boolean isLifted(LimitsOutflow limit) {
            return limit instanceof StatesBreaker breaker
                    && breaker.overriddenAfter().isDefined();
        }

        /** What is done for each limit there is. */
        private interface OfLimit {
            void look(int venue, String key, LimitsOutflow limit, Asset asset);
        }

        private static void each(Scene scene, OfLimit look) {
            for (int venue = 0; venue < scene.venues(); venue++) {
                int number = 0;
                for (Safeguard<?> safeguard : scene.spec(venue).safeguards()) {
                    String key = venue + " " + number++;
                    for (Asset asset : safeguard.counted()) {
                        if (safeguard instanceof LimitsOutflow limit && !isLifted(limit)) {
                            look.look(venue, key, limit, asset);
                        }
                    }
                }
            }
        }
    }

    private static final class IsDelayed implements Watch {
        private final TreeMap<String, Stopped> stopped = new TreeMap<>();

        /** Something that was stopped, in words that still make sense later. */
        private record Stopped(int venue, Proposal proposal, int unsafeAccount) {}

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
                return;
            }
            for (int venue = 0; venue < scene.venues(); venue++) {
                if (isGuarded(scene, venue)) {
                    ask(venue, scene);
                }
            }
        }

        private void ask(int venue, Scene scene) {
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.kind(account) == Accounts.Kind.MARGIN
                        && scene.venueOf(account) == venue
                        && scene.isUnsafe(account)) {
                    remember(
                            venue,
                            new Proposal.Liquidation(new Call.Kick(scene.id(0), scene.id(account)), false),
                            account,
                            scene);
                }
            }
            for (Action action : units(venue, scene)) {
                remember(venue, new Proposal.UserAction(scene.id(0), action), Accounts.NONE, scene);
            }
            for (int layer = 0; layer < scene.spec(venue).losses().size(); layer++) {
                remember(venue, new Proposal.LossStep(layer), Accounts.NONE, scene);
            }
        }

        private void remember(int venue, Proposal proposal, int unsafeAccount, Scene scene) {
            if (scene.stopped(venue, proposal).isDefined()) {
                stopped.putIfAbsent(venue + " " + proposal, new Stopped(venue, proposal, unsafeAccount));
            }
        }

        /** A unit of everything that may be done there. */
        private static List<Action> units(int venue, Scene scene) {
            VenueRef ref = scene.spec(venue).name();
            List<Action> units = new ArrayList<>(remedies(scene, venue));
            for (Leg leg : scene.legs(venue)) {
                units.add(
                        leg instanceof Leg.SharedDebt
                                ? new Action.Borrow(ref, leg.asset(), UNIT)
                                : leg instanceof Leg.Contract
                                        ? new Action.Trade(ref, leg.asset(), 1)
                                        : new Action.Withdraw(ref, leg.asset(), UNIT));
            }
            for (int share : new Pool(scene, venue).shares()) {
                units.add(new Action.Redeem(ref, scene.asset(share), UNIT));
            }
            return units;
        }

        @Override
        public void end(Scene scene, Notes notes) {
            for (Stopped each : stopped.values()) {
                boolean done = each.unsafeAccount != Accounts.NONE && !scene.isUnsafe(each.unsafeAccount);
                if (!isFresh(each.venue, scene)) {
                    continue;
                }
                notes.met();
                if (!done) {
                    scene.stopped(each.venue, each.proposal)
                            .forEach(why -> notes.breach(each.proposal + " is still stopped by " + why));
                }
            }
        }

        /** Whether every price of the venue was observed within its last three blocks. */
        private static boolean isFresh(int venue, Scene scene) {
            long since = scene.block().timeMillis() - 3 * scene.view(venue).stepMillis();
            return scene.legs(venue).forAll(leg -> scene.view(venue)
                    .price(leg.asset())
                    .map(Price::observedMillis)
                    .exists(observed -> observed >= since));
        }
    }
}
