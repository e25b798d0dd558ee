package io.firebreak.testkit.rule.safeguard;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesHalt;
import io.firebreak.api.safeguard.StatesMaxAge;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules 395 and 397 look at: safeguards that say when they stop what. Each is asked where it guards a venue alone. */
final class GuardChecks {
    private GuardChecks() {}

    /** What the only safeguard of a venue says, where it says such a thing. */
    static <T> Option<T> stated(Scene scene, int venue, Class<T> statement) {
        Seq<Safeguard<?>> guards = scene.spec(venue).safeguards();
        return guards.size() == 1 ? guards.head().power(statement) : Option.none();
    }

    static boolean stopsKick(Scene scene, int venue, AccountId account) {
        return stops(scene, venue, new Call.Kick(scene.id(0), account), false);
    }

    static boolean stops(Scene scene, int venue, Call call, boolean onLot) {
        return scene.stopped(venue, new Proposal.Liquidation(call, onLot)).isDefined();
    }

    private static boolean stops(Scene scene, int venue, AccountId sender, Action action) {
        return scene.stopped(venue, new Proposal.UserAction(sender, action)).isDefined();
    }

    /** Whether an account or lot has any of a leg, or owes any. */
    static boolean has(Scene scene, AccountId account, Leg leg) {
        return scene.balance(account, leg instanceof Leg.SharedDebt debt ? debt.shares() : leg.asset()) != 0;
    }

    static List<AccountId> marginAccounts(Scene scene, int venue) {
        List<AccountId> accounts = new ArrayList<>();
        for (int account = 0; account < scene.accounts(); account++) {
            if (scene.kind(account) == Accounts.Kind.MARGIN && scene.venueOf(account) == venue) {
                accounts.add(scene.id(account));
            }
        }
        return accounts;
    }

    /** How many lots are on sale at a venue. */
    static int lots(Scene scene, int venue) {
        int lots = 0;
        for (int account = 0; account < scene.accounts(); account++) {
            lots += scene.venueOf(account) == venue && scene.isOpenLot(account) ? 1 : 0;
        }
        return lots;
    }

    /** Looks at each venue that such a safeguard guards, before the first deed of a block that it may stop, and after each. */
    abstract static class OfVenue<T> implements Watch {
        private final Class<T> statement;
        private long block = -1;

        OfVenue(Class<T> statement) {
            this.statement = statement;
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            boolean mayStop = deed instanceof Deed.Rule || deed instanceof Deed.Act || deed instanceof Deed.Closing;
            if (mayStop && scene.block().number() != block) {
                block = scene.block().number();
                each(scene, (venue, stated) -> begins(venue, stated, scene, notes));
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                each(scene, (venue, stated) -> look(venue, stated, scene, notes));
            }
        }

        private void each(Scene scene, OfStatement<T> look) {
            for (int venue = 0; venue < scene.venues(); venue++) {
                for (T stated : stated(scene, venue, statement)) {
                    look.of(venue, stated);
                }
            }
        }

        private interface OfStatement<T> {
            void of(int venue, T stated);
        }

        abstract void begins(int venue, T stated, Scene scene, Notes notes);

        abstract void look(int venue, T stated, Scene scene, Notes notes);
    }

    /** Keeps the prices of each venue block by block, and compares any two that stood in the window. */
    static final class HaltsWhenPricesMove extends OfVenue<StatesHalt> {
        /** A price, and when it was replaced. */
        private record Stood(BigDecimal price, long untilMillis) {}

        private final Map<List<Integer>, List<Stood>> history = new HashMap<>();
        private final Map<Integer, Long> haltEnds = new TreeMap<>();

        HaltsWhenPricesMove() {
            super(StatesHalt.class);
        }

        @Override
        void begins(int venue, StatesHalt stated, Scene scene, Notes notes) {
            long now = scene.block().timeMillis();
            boolean moved = false;
            List<List<Stood>> all = new ArrayList<>();
            for (Leg leg : scene.legs(venue)) {
                for (Price price : scene.view(venue).price(leg.asset())) {
                    List<Stood> stood =
                            history.computeIfAbsent(List.of(venue, leg.asset().index()), none -> new ArrayList<>());
                    BigDecimal latest = price.value().toBigDecimal();
                    if (!stood.isEmpty() && stood.get(stood.size() - 1).price().compareTo(latest) != 0) {
                        stood.set(
                                stood.size() - 1,
                                new Stood(stood.get(stood.size() - 1).price(), now));
                    }
                    if (stood.isEmpty() || stood.get(stood.size() - 1).untilMillis() != Long.MAX_VALUE) {
                        stood.add(new Stood(latest, Long.MAX_VALUE));
                    }
                    for (Stood then : stood) {
                        moved |= then.untilMillis() > now - stated.within().toMillis()
                                && isFar(then.price(), latest, stated);
                    }
                    all.add(stood);
                }
            }
            if (moved) {
                haltEnds.put(venue, now + stated.pause().toMillis());
                all.forEach(stood -> stood.subList(0, stood.size() - 1).clear());
            }
        }

        private static boolean isFar(BigDecimal then, BigDecimal now, StatesHalt stated) {
            BigDecimal least = then.multiply(stated.move().value().toBigDecimal());
            return now.subtract(then).abs().compareTo(least) >= 0;
        }

        @Override
        void look(int venue, StatesHalt stated, Scene scene, Notes notes) {
            boolean halted = scene.block().timeMillis() < haltEnds.getOrDefault(venue, Long.MIN_VALUE);
            for (AccountId account : marginAccounts(scene, venue)) {
                notes.met();
                if (stopsKick(scene, venue, account) != halted) {
                    notes.breach("a kick of " + scene.name(account) + " is " + (halted ? "let through" : "stopped")
                            + ", and a price has " + (halted ? "" : "not ") + "moved by " + stated.move() + " within "
                            + stated.within());
                }
            }
        }
    }

    /** Asks about the ages of prices, account by account. */
    static final class NoOldPrices extends OfVenue<StatesMaxAge> {
        private static final Quantity UNIT = Quantity.of(1);

        NoOldPrices() {
            super(StatesMaxAge.class);
        }

        @Override
        void begins(int venue, StatesMaxAge stated, Scene scene, Notes notes) {
            look(venue, stated, scene, notes);
        }

        @Override
        void look(int venue, StatesMaxAge stated, Scene scene, Notes notes) {
            for (AccountId account : marginAccounts(scene, venue)) {
                boolean old = holdsOld(account, venue, stated, scene);
                judge(stopsKick(scene, venue, account), old, "a kick of " + scene.name(account), notes);
                actions(account, old, venue, stated, scene, notes);
            }
            for (int lot = 0; lot < scene.accounts(); lot++) {
                if (scene.venueOf(lot) == venue && scene.isOpenLot(lot)) {
                    AccountId id = scene.id(lot);
                    judge(
                            stops(scene, venue, new Call.Restart(scene.id(0), id), true),
                            holdsOld(id, venue, stated, scene),
                            "a restart of " + scene.name(id),
                            notes);
                    judge(
                            stops(scene, venue, new Call.Settle(scene.id(0), id), true),
                            false,
                            "settling " + scene.name(id),
                            notes);
                }
            }
        }

        /** What the owner of an account wants of it. */
        private static void actions(
                AccountId account, boolean old, int venue, StatesMaxAge stated, Scene scene, Notes notes) {
            AccountId owner = scene.id(scene.owner(account.index()));
            VenueRef ref = scene.spec(venue).name();
            boolean owes = scene.view(venue).exposure(account).isDefined();
            for (Leg leg : scene.legs(venue)) {
                Asset asset = leg.asset();
                boolean risks = leg instanceof Leg.SharedDebt || leg instanceof Leg.Contract;
                Action action = leg instanceof Leg.SharedDebt
                        ? new Action.Borrow(ref, asset, UNIT)
                        : risks ? new Action.Trade(ref, asset, 1) : new Action.Withdraw(ref, asset, UNIT);
                judge(
                        stops(scene, venue, owner, action),
                        risks ? old || isOld(asset, venue, stated, scene) : old && owes,
                        scene.name(owner) + "'s " + action,
                        notes);
            }
        }

        private static boolean holdsOld(AccountId account, int venue, StatesMaxAge stated, Scene scene) {
            return scene.legs(venue)
                    .exists(leg -> has(scene, account, leg) && isOld(leg.asset(), venue, stated, scene));
        }

        private static boolean isOld(Asset asset, int venue, StatesMaxAge stated, Scene scene) {
            return scene.view(venue)
                    .price(asset)
                    .map(Price::observedMillis)
                    .forAll(observed -> scene.block().timeMillis() - observed
                            > stated.maxAge().toMillis());
        }

        private static void judge(boolean stopped, boolean old, String what, Notes notes) {
            notes.met();
            if (stopped != old) {
                notes.breach(what + " is " + (stopped ? "stopped on young prices" : "let through on old prices"));
            }
        }
    }
}
