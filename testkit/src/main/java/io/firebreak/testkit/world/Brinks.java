package io.firebreak.testkit.world;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Part;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.view.Price;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The amounts at which it changes how much a venue lets takers have of an account, where the venue says so. */
final class Brinks {
    private Brinks() {}

    private static Option<Part> part(Scene scene, int venue) {
        return scene.spec(venue)
                .liquidation()
                .flatMap(model -> model.power(StatesPart.class))
                .map(StatesPart::part);
    }

    /** What an account repays of a debt to come just to such a point, or a unit beyond; none where there is no such point. */
    static Seq<Long> repayments(Scene scene, int venue, AccountId account, Asset debt) {
        MarginView view = scene.view(venue);
        long owed = -view.holding(account, debt);
        Seq<Long> points = Vector.empty();
        for (Part.OfDebts of :
                part(scene, venue).filter(Part.OfDebts.class::isInstance).map(Part.OfDebts.class::cast)) {
            points = points.append(units(of.wholeBelow(), debt, view))
                    .append(units(of.leastLeft(), debt, view))
                    .append(atHealth(of, scene, venue, account, debt));
        }
        return points.filter(point -> point > 0)
                .flatMap(point -> Vector.of(owed - point, owed - point + 1))
                .filter(units -> units > 0 && units < owed);
    }

    /** Units of a value, rounded down. */
    private static long units(Decimal value, Asset asset, MarginView view) {
        BigDecimal price =
                view.price(asset).map(Price::value).getOrElse(Decimal.ONE).toBigDecimal();
        return value.toBigDecimal()
                .movePointRight(asset.decimals())
                .divide(price, 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** The most of a debt, of those that there may be besides, at which the health is not above the point. */
    private static long atHealth(Part.OfDebts of, Scene scene, int venue, AccountId account, Asset debt) {
        Health health = scene.view(venue).health(account, Requirement.MAINTENANCE);
        BigDecimal bound = of.wholeAtHealth().value().toBigDecimal();
        long owed = -scene.view(venue).holding(account, debt);
        if (bound.signum() == 0 || health.debts() == 0) {
            return 0;
        }
        return BigDecimal.valueOf(health.assets())
                .divide(bound, 0, RoundingMode.UP)
                .multiply(BigDecimal.valueOf(owed))
                .divide(BigDecimal.valueOf(health.debts()), 0, RoundingMode.UP)
                .longValue();
    }

    /** What a bid pays to leave the exposure, or what is given, just at such a point, a unit above or one below. */
    static Seq<Long> pays(Scene scene, int venue, StandingOffer offer) {
        MarginView view = scene.view(venue);
        Pair pair = offer.pair();
        Seq<Long> pays = Vector.empty();
        for (Decimal point :
                part(scene, venue).map(Brinks::values).getOrElse(Vector.empty()).filter(value -> value.signum() > 0)) {
            pays = pays.append(-view.holding(offer.target(), pair.want()) - units(point, pair.want(), view));
            long give = view.holding(offer.target(), pair.give()) - units(point, pair.give(), view);
            boolean isHeld =
                    scene.legs(venue).exists(leg -> leg.asset().equals(pair.give()) && !(leg instanceof Leg.Quote));
            pays = isHeld && give > 0 ? pays.append(offer.price().wantUp(give)) : pays;
        }
        return pays.flatMap(pay -> Vector.of(pay, pay + 1, pay - 1)).filter(pay -> pay > 0 && pay < offer.mostWant());
    }

    private static Seq<Decimal> values(Part part) {
        return part instanceof Part.OfDebts of
                ? Vector.of(of.leastLeft(), of.wholeBelow())
                : Vector.of(part.leastLeft());
    }
}
