package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesCeiling;
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.liquidation.StatesReward;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Array;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules 316 and 317 look at: what is paid for starting a sale, or starting it anew. */
final class Rewards {
    private Rewards() {}

    /** Looks at each step that starts something: who settles may be the one who won. */
    private abstract static class EachStep implements Watch {
        private long[] before = new long[0];
        private int events;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (isStep(deed)) {
                before = purse((Deed.Answer) deed, scene);
                events = scene.events();
                begin((Deed.Answer) deed, scene);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (isStep(deed)) {
                end((Deed.Answer) deed, scene, notes);
            }
        }

        private static boolean isStep(Deed deed) {
            return deed instanceof Deed.Answer answer
                    && answer.seller() == 0
                    && (answer.call() instanceof Call.Kick || answer.call() instanceof Call.Restart);
        }

        private static long[] purse(Deed.Answer answer, Scene scene) {
            long[] purse = new long[scene.assetCount()];
            for (int asset = 0; asset < purse.length; asset++) {
                purse[asset] = scene.balance(answer.call().caller().index(), asset);
            }
            return purse;
        }

        /** What the caller has more of than before, in base units by asset. */
        final long[] gained(Deed.Answer answer, Scene scene) {
            long[] gained = purse(answer, scene);
            for (int asset = 0; asset < before.length; asset++) {
                gained[asset] -= before[asset];
            }
            return gained;
        }

        final int events() {
            return events;
        }

        void begin(Deed.Answer answer, Scene scene) {}

        abstract void end(Deed.Answer answer, Scene scene, Notes notes);
    }

    private static LiquidationModel<?> model(int venue, Scene scene) {
        return scene.spec(venue).liquidation().get();
    }

    /** Of a model without a ceiling: under one, how much is taken over shows when it is. */
    static final class AsTold extends EachStep {
        /**
         * What was told, and when.
         *
         * @param books the hash of all that had happened by then
         */
        private record Told(Invitation invitation, long millis, String books) {}

        private final Map<Integer, Told> told = new TreeMap<>();
        private Option<Told> fresh = Option.none();
        /** What a base unit of each asset was worth just before, whole units of the numeraire. */
        private BigDecimal[] worth = new BigDecimal[0];

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            super.after(deed, scene, notes);
            if (deed instanceof Deed.Rule rule) {
                for (int target : scene.targets(rule.venue())) {
                    for (Invitation invitation : scene.invitation(rule.venue(), target)) {
                        Told known = told.get(target);
                        if (known == null || !known.invitation().equals(invitation)) {
                            told.put(target, look(invitation, scene));
                        }
                    }
                }
            }
        }

        private static Told look(Invitation invitation, Scene scene) {
            return new Told(invitation, scene.block().timeMillis(), scene.hash());
        }

        @Override
        void begin(Deed.Answer answer, Scene scene) {
            int target = answer.call().target().index();
            fresh = scene.invitation(answer.venue(), target)
                    .map(invitation -> look(invitation, scene))
                    .filter(now -> now.equals(told.get(target)));
            told.remove(target);
            worth = new BigDecimal[scene.assetCount()];
            for (int asset = 0; asset < worth.length; asset++) {
                worth[asset] = value(scene.asset(asset), 1, answer.venue(), scene);
            }
        }

        @Override
        void end(Deed.Answer answer, Scene scene, Notes notes) {
            boolean ceiling = model(answer.venue(), scene)
                    .power(StatesCeiling.class)
                    .flatMap(StatesCeiling::ceiling)
                    .isDefined();
            for (Told was : fresh.filter(any -> !ceiling)) {
                Asset numeraire = scene.view(answer.venue()).numeraire();
                BigDecimal paid = BigDecimal.ZERO;
                long[] gained = gained(answer, scene);
                for (int asset = 0; asset < gained.length; asset++) {
                    paid = paid.add(worth[asset].multiply(BigDecimal.valueOf(gained[asset])));
                }
                BigDecimal off = paid.movePointRight(numeraire.decimals())
                        .subtract(BigDecimal.valueOf(was.invitation().reward()));
                notes.met();
                if (off.abs().compareTo(BigDecimal.ONE) > 0) {
                    notes.breach(scene.name(was.invitation().target()) + " promised "
                            + numeraire.show(was.invitation().reward()) + " for a "
                            + was.invitation().step() + ", and paid " + paid);
                }
            }
        }
    }

    /** Of lots: a position is not taken over, and nothing could be paid for it. */
    static final class AsStated extends EachStep {
        @Override
        void end(Deed.Answer answer, Scene scene, Notes notes) {
            for (StatesReward stated : model(answer.venue(), scene).power(StatesReward.class)) {
                List<AccountId> lots = new ArrayList<>();
                long[] paid = new long[scene.assetCount()];
                scene.events(events(), event -> {
                    if (event.kind() == Event.Kind.SEIZED) {
                        lots.add(event.other());
                    } else if (event.kind() == Event.Kind.REWARD) {
                        paid[event.first().asset().index()] += event.first().units();
                    }
                });
                AccountId target = answer.call().target();
                boolean restart = answer.call() instanceof Call.Restart && scene.isLot(target.index());
                if (restart && isWorthIt(answer.venue(), target, scene)) {
                    lots.add(target);
                }
                if (restart || !lots.isEmpty()) {
                    notes.met();
                    long[] due = due(stated, lots, answer.venue(), scene);
                    if (!Arrays.equals(paid, due)) {
                        notes.breach("for a " + answer.call().getClass().getSimpleName() + " of " + scene.name(target)
                                + " was paid " + show(paid, scene) + " instead of " + show(due, scene));
                    }
                }
            }
        }

        private static long[] due(StatesReward stated, List<AccountId> lots, int venue, Scene scene) {
            long[] due = new long[scene.assetCount()];
            for (Parcel flat : stated.flat().filter(any -> !lots.isEmpty())) {
                due[flat.asset().index()] += flat.units();
            }
            for (AccountId lot : lots) {
                for (StandingOffer offer : scene.offer(venue, lot.index(), null)) {
                    due[offer.pair().want().index()] += stated.share().ofDown(offer.mostWant());
                }
            }
            return due;
        }

        /** Whether a lot is for sale again, and both its worth and what is wanted for it are more than may not be left. */
        private static boolean isWorthIt(int venue, AccountId lot, Scene scene) {
            return scene.offer(venue, lot.index(), null).exists(offer -> {
                Pair pair = offer.pair();
                long least = model(venue, scene)
                        .power(StatesRemainder.class)
                        .map(states -> states.leastRemainder(pair.want()))
                        .getOrElse(0L);
                BigDecimal worth = value(pair.give(), scene.view(venue).holding(lot, pair.give()), venue, scene);
                return offer.mostWant() >= least && worth.compareTo(value(pair.want(), least, venue, scene)) >= 0;
            });
        }

        private static String show(long[] units, Scene scene) {
            return Array.range(0, units.length)
                    .filter(asset -> units[asset] != 0)
                    .map(asset -> new Parcel(scene.asset(asset), units[asset]).toString())
                    .mkString("nothing".repeat(Arrays.stream(units).allMatch(each -> each == 0) ? 1 : 0), ", ", "");
        }
    }

    /** In whole units of the numeraire; nothing where there is no price. */
    private static BigDecimal value(Asset asset, long units, int venue, Scene scene) {
        return units == 0
                ? BigDecimal.ZERO
                : scene.view(venue)
                        .price(asset)
                        .map(price ->
                                price.value().toBigDecimal().multiply(BigDecimal.valueOf(units, asset.decimals())))
                        .getOrElse(BigDecimal.ZERO);
    }
}
