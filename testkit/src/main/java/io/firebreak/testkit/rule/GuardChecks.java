package io.firebreak.testkit.rule;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.metric.Event;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesCap;
import io.firebreak.api.safeguard.StatesHalt;
import io.firebreak.api.safeguard.StatesMaxAge;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules 395 to 397 look at: safeguards that say when they stop what. Each is asked where it guards a venue alone. */
final class GuardChecks {
    private GuardChecks() {}

    /** What the only safeguard of a venue says, where it says such a thing. */
    private static <T> Option<T> stated(Scene scene, int venue, Class<T> statement) {
        Seq<Safeguard<?>> guards = scene.spec(venue).safeguards();
        return guards.size() == 1 ? guards.head().power(statement) : Option.none();
    }

    private static boolean stopsKick(Scene scene, int venue, AccountId account) {
        return scene.stopped(venue, new Proposal.Liquidation(new Call.Kick(scene.id(0), account), false))
                .isDefined();
    }

    private static List<AccountId> marginAccounts(Scene scene, int venue) {
        List<AccountId> accounts = new ArrayList<>();
        for (int account = 0; account < scene.accounts(); account++) {
            if (scene.kind(account) == Accounts.Kind.MARGIN && scene.venueOf(account) == venue) {
                accounts.add(scene.id(account));
            }
        }
        return accounts;
    }

    /** Looks at each venue that such a safeguard guards, before the first deed of a block that it may stop, and after each. */
    private abstract static class OfVenue<T> implements Watch {
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

    /** Counts what began in a block. */
    static final class StaysWithinItsCap extends OfVenue<StatesCap> {
        private final Map<Integer, Integer> times = new TreeMap<>();
        private final Map<Integer, Long> cleared = new TreeMap<>();
        private final Map<Integer, Integer> begun = new TreeMap<>();
        private int events;

        StaysWithinItsCap() {
            super(StatesCap.class);
        }

        @Override
        void begins(int venue, StatesCap stated, Scene scene, Notes notes) {
            times.clear();
            cleared.clear();
            begun.clear();
            events = scene.events();
            boolean full = stated.auctions().exists(most -> lots(scene, venue) >= most);
            for (AccountId account : marginAccounts(scene, venue)) {
                notes.met();
                if (stopsKick(scene, venue, account) != full) {
                    notes.breach("with " + lots(scene, venue)
                            + " lots on sale and nothing liquidated in this block, a kick of " + scene.name(account)
                            + " is " + (full ? "let through" : "stopped"));
                }
            }
        }

        private static int lots(Scene scene, int venue) {
            int lots = 0;
            for (int account = 0; account < scene.accounts(); account++) {
                lots += scene.venueOf(account) == venue && scene.isOpenLot(account) ? 1 : 0;
            }
            return lots;
        }

        @Override
        void look(int venue, StatesCap stated, Scene scene, Notes notes) {
            int from = events;
            events = scene.events();
            scene.events(from, event -> happened(event, venue, stated, scene, notes));
        }

        private void happened(Event event, int venue, StatesCap stated, Scene scene, Notes notes) {
            int account = event.subject().index();
            boolean kicked = event.kind() == Event.Kind.SEIZED;
            boolean filled = event.kind() == Event.Kind.FILLED && scene.kind(account) == Accounts.Kind.MARGIN;
            if (scene.venueOf(account) != venue || !(kicked || filled)) {
                return;
            }
            notes.met();
            String name = scene.name(event.subject());
            if (times.merge(account, 1, Integer::sum) > stated.perAccount()) {
                notes.breach(name + " was liquidated " + times.get(account) + " times in a block");
            }
            if (kicked && stated.auctions().exists(most -> lots(scene, venue) > most)) {
                notes.breach(lots(scene, venue) + " lots are on sale since " + name + " was kicked");
            }
            for (Parcel most : stated.perBlock()
                    .filter(each -> each.asset().equals(event.second().asset()))) {
                long sum = cleared.merge(venue, event.second().units(), Long::sum);
                if (begun.merge(venue, 1, Integer::sum) > 1 && sum > most.units() + 1) {
                    notes.breach(most.asset().show(sum) + " was liquidated in a block, with " + name);
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
                boolean old = false;
                for (Leg leg : scene.legs(venue)) {
                    old |= scene.balance(account, holding(leg)) != 0 && isOld(leg.asset(), venue, stated, scene);
                }
                judge(stopsKick(scene, venue, account), old, "a kick of " + scene.name(account), notes);
                AccountId owner = scene.id(scene.owner(account.index()));
                for (Leg leg : scene.legs(venue)) {
                    if (leg instanceof Leg.SharedDebt) {
                        Action borrow = new Action.Borrow(scene.spec(venue).name(), leg.asset(), UNIT);
                        judge(
                                scene.stopped(venue, new Proposal.UserAction(owner, borrow))
                                        .isDefined(),
                                old || isOld(leg.asset(), venue, stated, scene),
                                scene.name(owner) + "'s borrowing of " + leg.asset(),
                                notes);
                    }
                }
            }
        }

        private static Asset holding(Leg leg) {
            return leg instanceof Leg.SharedDebt debt ? debt.shares() : leg.asset();
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
