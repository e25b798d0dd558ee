package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.StatesHazard;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.liquidation.StatesWindow;
import io.firebreak.api.margin.Health;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.Wraps;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;

/** What rules 322 and 323 look at: how long unsafe accounts wait before anybody may take anything of them. */
final class Waits {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    private Waits() {}

    /** Says whether an unsafe account that nobody could take anything of so far is open from now on. */
    private interface Opening {
        boolean opens(Scene scene, Outsider outsider, int account, Wait wait);
    }

    /**
     * An unsafe account.
     *
     * @param since when it became unsafe
     * @param asked when the mechanism last looked at it, or opened it
     * @param open whether anybody may take anything of it
     * @param seen whether something has stood on it
     */
    private record Wait(long since, long asked, boolean open, boolean seen) {}

    /** Whether its time is over. */
    static Watch windows() {
        return new Following((scene, venue) -> stated(scene, venue, StatesWindow.class)
                .map(states -> (at, outsider, account, wait) -> at.block().timeMillis()
                        >= wait.since() + states.window().toMillis()));
    }

    /** Whether it was hit. */
    static Watch hazards() {
        return new Following((scene, venue) -> stated(scene, venue, StatesHazard.class)
                .map(states -> (at, outsider, account, wait) -> isHit(at, outsider, account, wait, states)));
    }

    private static boolean isHit(Scene scene, Outsider outsider, int account, Wait wait, StatesHazard states) {
        double hours = (scene.block().timeMillis() - wait.asked()) / HOUR;
        Health health = outsider.health(outsider.amounts(account));
        double missing = 1 - health.factor().map(Decimal::toDouble).getOrElse(1.0);
        double rate = states.intensity().toDouble() + states.steepness().toDouble() * Math.max(0, missing);
        double spared = StrictMath.exp(-rate * hours);
        return hours > 0
                && scene.view(outsider.venue()).draws(scene.id(account)).uniform() < 1 - spared;
    }

    private static <T> Option<T> stated(Scene scene, int venue, Class<T> statement) {
        return scene.spec(venue).liquidation().flatMap(model -> model.power(statement));
    }

    /** What the mechanism of a venue states, as a question to be asked. */
    private interface Stated {
        Option<Opening> of(Scene scene, int venue);
    }

    /** Follows unsafe accounts through a run; what an action did is forgotten where it was refused. */
    private static final class Following implements Watch {
        private final Stated stated;
        private Map<Integer, Wait> waits = TreeMap.empty();
        private Map<Integer, Wait> saved = waits;
        private int events;

        Following(Stated stated) {
            this.stated = stated;
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                saved = waits;
            } else if (deed instanceof Deed.Rule rule) {
                events = scene.events();
                Outsider.of(scene).find(each -> each.venue() == rule.venue()).forEach(outsider -> stated.of(
                                scene, rule.venue())
                        .forEach(opening -> look(outsider, opening, scene)));
            }
        }

        /** Every docket shows who became unsafe, and who is cured. */
        private void look(Outsider outsider, Opening opening, Scene scene) {
            long now = scene.block().timeMillis();
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.kind(account) != Accounts.Kind.MARGIN || scene.venueOf(account) != outsider.venue()) {
                    continue;
                }
                if (scene.isUnsafe(account)) {
                    Wait wait = waits.get(account).getOrElse(new Wait(now, now, false, false));
                    waits = waits.put(
                            account,
                            wait.open()
                                    ? wait
                                    : new Wait(
                                            wait.since(),
                                            now,
                                            opening.opens(scene, outsider, account, wait),
                                            wait.seen()));
                } else {
                    waits = waits.remove(account);
                }
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                waits = saved;
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Rule) {
                scene.events(events, event -> {
                    if (event.kind() == Event.Kind.FILLED || event.kind() == Event.Kind.SEIZED) {
                        waits.get(event.subject().index())
                                .filter(wait -> !wait.seen())
                                .forEach(wait -> judge(event.subject(), wait, scene, notes));
                    }
                });
                waits.filterValues(wait -> !wait.seen())
                        .filterKeys(account -> stands(scene, account))
                        .forEach(each -> judge(scene.id(each._1), each._2, scene, notes));
            } else if (deed instanceof Deed.Closing) {
                Outsider.of(scene)
                        .filter(outsider -> outsider.isPriced() && handsOnAtOnce(scene, outsider.venue()))
                        .forEach(outsider -> waits.filterValues(wait -> wait.open() && !wait.seen())
                                .filterKeys(account -> scene.venueOf(account) == outsider.venue()
                                        && scene.isUnsafe(account)
                                        && Parts.buysSomething(outsider, account, scene))
                                .forEach(each -> notes.breach(scene.name(scene.id(each._1))
                                        + " has been unsafe for "
                                        + Duration.ofMillis(scene.block().timeMillis() - each._2.since())
                                        + ", its wait is over, and nobody can take anything")));
            }
        }

        /** Whether it hands accounts on to one that opens at once whatever it is handed, as rule 318 asks of it. */
        private static boolean handsOnAtOnce(Scene scene, int venue) {
            return scene.spec(venue)
                    .liquidation()
                    .exists(model -> model instanceof Wraps wraps && wraps.wrapped() instanceof StatesPart);
        }

        private static boolean stands(Scene scene, int account) {
            int venue = scene.venueOf(account);
            return scene.offer(venue, account, null).isDefined()
                    || scene.invitation(venue, account).isDefined();
        }

        /** Something can be taken for the first time, or was. */
        private void judge(AccountId account, Wait wait, Scene scene, Notes notes) {
            long now = scene.block().timeMillis();
            notes.met();
            waits = waits.put(account.index(), new Wait(wait.since(), wait.asked(), wait.open(), true));
            if (!wait.open() || wait.asked() < now) {
                notes.breach(scene.name(account) + " has been unsafe for " + Duration.ofMillis(now - wait.since())
                        + (wait.open()
                                ? ", was due " + Duration.ofMillis(now - wait.asked()) + " ago, and is open now"
                                : ", is open, and was not due"));
            }
        }
    }
}
