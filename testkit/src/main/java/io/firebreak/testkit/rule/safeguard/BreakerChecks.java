package io.firebreak.testkit.rule.safeguard;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.safeguard.StatesBreaker;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.flow.Tides;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rule 398 looks at: circuit breakers, each where it guards a venue alone. */
final class BreakerChecks {
    private BreakerChecks() {}

    /** Keeps all that came and went since the beginning, and when the limit was broken. */
    static final class StopsWhatBreaksItsLimit implements Watch {
        private final Map<Integer, Circuit> circuits = new TreeMap<>();

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act act) {
                circuits.values().forEach(each -> each.before = each.there(scene));
                // What is there between the parts of a bundle the safeguard sees, and nobody else.
                boolean inParts = act.action() instanceof Action.Bundle;
                circuits.values().removeIf(each -> inParts);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Accrual accrual) {
                observe(accrual.venue(), scene);
            } else if (deed instanceof Deed.Bear bear) {
                circuit(bear.venue()).forEach(each -> each.look(scene));
            } else if (deed instanceof Deed.Act act && act.action() instanceof Action.AtVenue action) {
                for (Circuit each : circuit(scene.venue(action.venue()))) {
                    if (!(action instanceof Action.Called) && each.there(scene) < each.before) {
                        each.left(scene, notes);
                    }
                    each.look(scene);
                }
            }
        }

        private void observe(int venue, Scene scene) {
            for (StatesBreaker stated : GuardChecks.stated(scene, venue, StatesBreaker.class)) {
                Asset asset = scene.spec(venue).safeguards().head().counted().getOrNull();
                if (scene.block().number() == 0 && asset != null) {
                    circuits.put(venue, new Circuit(venue, stated, asset, scene));
                }
            }
            for (Circuit each : circuit(venue)) {
                each.look(scene);
                each.seenMillis = scene.block().timeMillis();
            }
        }

        private Option<Circuit> circuit(int venue) {
            return Option.of(circuits.get(venue));
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (rejection.reason() == Reason.STOPPED
                    && deed instanceof Deed.Act act
                    && act.action() instanceof Action.AtVenue action
                    && !(action instanceof Action.Called)) {
                circuit(scene.venue(action.venue())).forEach(each -> each.stopped(act.sender(), action, scene, notes));
            }
        }
    }

    /** One breaker, as it should be. */
    private static final class Circuit {
        private final int venue;
        private final StatesBreaker stated;
        private final Asset asset;
        private final Tides tides;
        private long seenMillis;
        private @Nullable Long brokenMillis;
        private long before;

        Circuit(int venue, StatesBreaker stated, Asset asset, Scene scene) {
            this.venue = venue;
            this.stated = stated;
            this.asset = asset;
            tides = new Tides(there(scene));
        }

        long there(Scene scene) {
            return scene.view(venue).held(asset);
        }

        void look(Scene scene) {
            tides.see(there(scene), seenMillis);
        }

        private long sinceBroken(long now) {
            return brokenMillis == null ? Long.MAX_VALUE : now - brokenMillis;
        }

        private boolean isOpen(long now) {
            long closes = stated.overriddenAfter()
                    .map(after -> Math.min(after.toMillis(), stated.cooldown().toMillis()))
                    .getOrElse(stated.cooldown().toMillis());
            return sinceBroken(now) < closes;
        }

        private boolean isLifted(long now) {
            return stated.overriddenAfter().exists(after -> after.compareTo(stated.cooldown()) < 0)
                    && sinceBroken(now) <= stated.window().toMillis();
        }

        /** Something left. */
        void left(Scene scene, Notes notes) {
            long now = scene.block().timeMillis();
            notes.met();
            long least = Tides.least(tides.settled(now, stated), stated);
            if (isOpen(now)) {
                notes.breach(asset.show(before - there(scene)) + " left " + sinceBroken(now)
                        + " ms after the limit was broken");
            } else if (there(scene) < least && !isLifted(now)) {
                notes.breach(asset.show(there(scene)) + " are left, and " + asset.show(least) + " had to stay");
            }
            agrees(tides.settled(now, stated), notes);
            agrees(stated.beginsAt(), notes);
            agrees(Math.max(0, stated.beginsAt() - 1), notes);
        }

        /** Whether it says of an amount what its parts say. */
        private void agrees(long held, Notes notes) {
            long most = Math.max(0, held) - Math.max(0, Tides.least(held, stated));
            if (stated.most(held) != most) {
                notes.breach(asset.show(stated.most(held)) + " of " + asset.show(held) + " may leave, it says, and "
                        + asset.show(most) + " should");
            }
        }

        /** Something did not leave. */
        void stopped(AccountId sender, Action action, Scene scene, Notes notes) {
            long now = scene.block().timeMillis();
            boolean open = isOpen(now);
            for (long taken : taken(sender, action, scene)) {
                notes.met();
                long least = Tides.least(tides.settled(now, stated), stated);
                if (!open && (there(scene) - taken >= least || isLifted(now))) {
                    notes.breach(asset.show(taken) + " were stopped, and of " + asset.show(there(scene)) + " only "
                            + asset.show(least) + " had to stay");
                }
            }
            if (!open) {
                brokenMillis = now;
            }
        }

        /** How much an action takes out at most, where that is plain. */
        private Option<Long> taken(AccountId sender, Action action, Scene scene) {
            Option<Leg> leg = scene.legs(venue).find(each -> each.asset().equals(asset));
            boolean plain = leg.exists(each -> !(each.price() instanceof PriceSource.Claim));
            if (plain
                    && action instanceof Action.Withdraw withdraw
                    && withdraw.asset().equals(asset)) {
                int account = scene.marginAccount(venue, sender.index());
                long held = account == Accounts.NONE ? 0 : scene.view(venue).holding(scene.id(account), asset);
                return Option.some(withdraw.quantity() instanceof Quantity.Units units ? units.units() : held);
            }
            return plain
                            && action instanceof Action.Borrow borrow
                            && borrow.asset().equals(asset)
                            && borrow.quantity() instanceof Quantity.Units units
                    ? Option.some(units.units())
                    : Option.none();
        }
    }
}
