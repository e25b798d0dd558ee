package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Part;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesFee;
import io.firebreak.api.liquidation.StatesIncline;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.liquidation.FillWatch.Fill;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What rule 318 looks at, and 319 to 321 too: how much of an exposure may be taken, and at what terms. */
final class Parts {
    private Parts() {}

    static Option<LiquidationModel<?>> model(Scene scene, int venue) {
        return scene.spec(venue).liquidation();
    }

    private static Option<Part> part(Scene scene, Outsider outsider) {
        return model(scene, outsider.venue())
                .flatMap(model -> model.power(StatesPart.class))
                .map(StatesPart::part)
                .filter(part ->
                        !(part instanceof Part.ToHealth) || outsider.linear().isDefined());
    }

    static BigDecimal factor(Scene scene, int venue, Stake stake) {
        return stake.factor(model(scene, venue)
                .flatMap(model -> model.power(StatesIncline.class))
                .map(StatesIncline::incline)
                .getOrElse(Incline.level(Ratio.ZERO)));
    }

    /** What is paid besides for each unit cleared. */
    static BigDecimal fee(Scene scene, int venue, Stake stake, BigDecimal factor) {
        return stake.isOfContracts()
                ? BigDecimal.ZERO
                : model(scene, venue)
                        .flatMap(model -> model.power(StatesFee.class))
                        .map(states -> states.feeOnDebt()
                                .value()
                                .toBigDecimal()
                                .add(factor.subtract(BigDecimal.ONE)
                                        .multiply(states.feeOnBonus().value().toBigDecimal())))
                        .getOrElse(BigDecimal.ZERO);
    }

    /** Looks at what stands on unsafe accounts whenever an action or a block is over. */
    static final class Reaches extends FillWatch {
        Reaches() {
            super(Parts::takes);
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            super.after(deed, scene, notes);
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
                return;
            }
            for (Outsider outsider : Outsider.of(scene).filter(Outsider::isPriced)) {
                part(scene, outsider).forEach(part -> {
                    offers(outsider, part, scene, notes);
                    if (deed instanceof Deed.Closing
                            && model(scene, outsider.venue()).exists(StatesPart.class::isInstance)) {
                        nobodyIsForgotten(outsider, scene, notes);
                    }
                });
            }
        }

        private static void offers(Outsider outsider, Part part, Scene scene, Notes notes) {
            int venue = outsider.venue();
            for (int target : scene.targets(venue)) {
                boolean account = scene.seller(venue, target) == 0
                        && !scene.isLot(target)
                        && outsider.isUnsafe(outsider.amounts(target));
                for (StandingOffer offer : scene.offer(venue, target, null).filter(each -> account)) {
                    Stake stake = new Stake(outsider, outsider.amounts(target), offer.pair());
                    BigDecimal factor = factor(scene, venue, stake);
                    Stake.Bounds bounds = stake.bounds(part, factor);
                    BigDecimal dear =
                            stake.onWant() ? BigDecimal.ONE.add(fee(scene, venue, stake, factor)) : BigDecimal.ONE;
                    long least = times(bounds.least(), dear, RoundingMode.DOWN);
                    long most = times(bounds.most(), dear, RoundingMode.UP);
                    long reach = stake.onWant() ? offer.mostWant() : offer.mostGive();
                    boolean exhausted =
                            stake.exhausts(BigDecimal.valueOf(reach).divide(dear, 0, RoundingMode.DOWN), factor)
                                    && stake.exhausts(BigDecimal.valueOf(bounds.least()), factor);
                    notes.met();
                    if (!exhausted && (reach < least - 1 || reach > most + 1)) {
                        notes.breach(scene.name(offer.target()) + " holds " + outsider.show(outsider.amounts(target))
                                + " and offers " + reach + " base units of an exposure of " + stake.show() + ", not "
                                + least + (most == least ? "" : " to " + most) + ": " + part);
                    }
                }
            }
        }

        private static long times(long units, BigDecimal factor, RoundingMode rounding) {
            return BigDecimal.valueOf(units)
                    .multiply(factor)
                    .setScale(0, rounding)
                    .longValueExact();
        }

        /** An unsafe account of whose exposure something could be taken is open, or nothing is unsafe any more. */
        private static void nobodyIsForgotten(Outsider outsider, Scene scene, Notes notes) {
            int venue = outsider.venue();
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.kind(account) != Accounts.Kind.MARGIN
                        || scene.venueOf(account) != venue
                        || !scene.isUnsafe(account)
                        || scene.spec(venue).watchEveryBlocks() != 1) {
                    continue;
                }
                if (buysSomething(outsider, account, scene)) {
                    notes.met();
                    if (scene.offer(venue, account, null).isEmpty()) {
                        notes.breach(scene.name(scene.id(account)) + " holds "
                                + outsider.show(outsider.amounts(account))
                                + ", is unsafe, and nothing can be taken of it");
                    }
                }
            }
        }
    }

    /** Whether what an account owes buys more than a unit or two of what it gives. */
    static boolean buysSomething(Outsider outsider, int account, Scene scene) {
        return scene.view(outsider.venue())
                .exposure(scene.id(account))
                .exists(exposure -> new Stake(outsider, outsider.amounts(account), exposure.pair())
                                .worth(BigDecimal.valueOf(exposure.units()))
                                .compareTo(outsider.value(exposure.pair().give(), 2))
                        > 0);
    }

    /** What a mechanism took of an account by itself. */
    private static void takes(Fill fill, Notes notes) {
        Outsider outsider = fill.outsider();
        boolean own = model(fill.scene(), outsider.venue()).exists(StatesPart.class::isInstance);
        if (!own || !fill.is(Event.Kind.FILLED) || fill.bid().isDefined() || fill.onLot() || !fill.only()) {
            return;
        }
        for (Part part : part(fill.scene(), outsider)) {
            Stake stake = stake(fill);
            BigDecimal factor = factor(fill.scene(), outsider.venue(), stake);
            Stake.Bounds bounds = stake.bounds(part, factor);
            long cleared = cleared(fill, stake);
            notes.met();
            if (!stake.exhausts(BigDecimal.valueOf(cleared + 1), factor)
                    && (cleared < bounds.least() || cleared > bounds.most())) {
                notes.breach(fill.name() + " held " + outsider.show(fill.before()) + " and was cleared of " + cleared
                        + " base units of " + stake.show() + ": " + part);
            }
        }
    }

    static Stake stake(Fill fill) {
        return new Stake(
                fill.outsider(),
                fill.before(),
                new Pair(fill.event().first().asset(), fill.event().second().asset()));
    }

    static long cleared(Fill fill, Stake stake) {
        return stake.onWant()
                ? fill.event().second().units() - fill.penalty()
                : fill.event().first().units();
    }
}
