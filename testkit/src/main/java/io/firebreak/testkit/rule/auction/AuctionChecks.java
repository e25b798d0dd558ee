package io.firebreak.testkit.rule.auction;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.SparesLast;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.CommittedEvents;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.liquidation.FillWatch.Fill;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What rules 401 to 449 look at, but for {@link BestBids}. */
final class AuctionChecks {
    private AuctionChecks() {}

    static void takesItsShare(Fill fill, Notes notes) {
        int lot = fill.event().other().index();
        Outsider outsider = fill.outsider();
        long[] seized = outsider.amounts(lot);
        Asset asset = fill.event().first().asset();
        BigDecimal held = outsider.held(fill.before());
        boolean whole = Arrays.stream(outsider.legs())
                        .allMatch(leg -> leg instanceof Leg.Holding || leg instanceof Leg.SharedDebt)
                && fill.is(Event.Kind.SEIZED)
                && fill.first()
                && outsider.legOf(asset) >= 0
                && seized[outsider.legOf(asset)] == fill.event().first().units();
        if (!whole || held.signum() == 0) {
            return;
        }
        notes.met();
        BigDecimal taken = outsider.held(seized).add(outsider.value(asset, 1));
        BigDecimal debt = outsider.owed(seized);
        for (int leg = 0; leg < seized.length; leg++) {
            if (seized[leg] < 0 && outsider.legs()[leg] instanceof Leg.SharedDebt shared) {
                debt = debt.subtract(outsider.value(shared.asset(), outsider.rounding(shared)));
            }
        }
        if (debt.multiply(held).compareTo(outsider.owed(fill.before()).multiply(taken)) > 0) {
            notes.breach(fill.scene().name(fill.event().other()) + " took " + outsider.show(seized) + " of "
                    + fill.name() + ", which held " + outsider.show(fill.before()));
        }
    }

    /** A time in which somebody who cares would have got on: ten days, and a dozen blocks. */
    private record Since(long block, long millis) {
        private static final long BLOCKS = 12;
        private static final long LONG = Duration.ofDays(10).toMillis();

        static Since now(Scene scene) {
            return new Since(scene.block().number(), scene.block().timeMillis());
        }

        boolean isLong(Scene scene) {
            return scene.block().number() - block > BLOCKS && scene.block().timeMillis() - millis > LONG;
        }
    }

    static final class EveryAuctionEnds extends CommittedEvents {
        private final Map<Integer, Since> opened = new TreeMap<>();

        @Override
        protected void happened(Event event, Scene scene, Notes notes) {
            if (event.kind() == Event.Kind.SEIZED) {
                opened.put(event.other().index(), Since.now(scene));
            }
        }

        @Override
        public void end(Scene scene, Notes notes) {
            opened.forEach((lot, since) -> {
                notes.met();
                if (scene.isOpenLot(lot) && since.isLong(scene)) {
                    notes.breach(scene.name(scene.id(lot)) + ", seized in block " + since.block()
                            + ", is still open in block " + scene.block().number());
                }
            });
        }
    }

    static final class NobodyStaysUnsafe extends CommittedEvents {
        private final Map<Integer, Since> unsafe = new TreeMap<>();
        private final Map<Integer, Since> progress = new TreeMap<>();
        private boolean offered;

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            super.after(deed, scene, notes);
            if (!offered && deed instanceof Deed.Rule rule) {
                for (int target : scene.targets(rule.venue())) {
                    offered |= scene.seller(rule.venue(), target) == 0;
                }
            }
        }

        @Override
        protected void happened(Event event, Scene scene, Notes notes) {
            int account = event.subject().index();
            if (event.kind() == Event.Kind.UNSAFE) {
                unsafe.put(account, Since.now(scene));
            } else if (event.kind() == Event.Kind.CURED) {
                unsafe.remove(account);
            } else if (event.kind() == Event.Kind.FILLED || event.kind() == Event.Kind.CLOSED) {
                progress.put(scene.venueOf(account), Since.now(scene));
            }
        }

        @Override
        public void end(Scene scene, Notes notes) {
            for (Outsider outsider : Outsider.of(scene).filter(each -> offered && each.isPriced())) {
                notes.met();
                Since last = progress.getOrDefault(outsider.venue(), new Since(0, 0));
                unsafe.forEach((account, since) -> {
                    if (scene.venueOf(account) == outsider.venue() && since.isLong(scene) && last.isLong(scene)) {
                        judge(account, since, outsider, scene, notes);
                    }
                });
            }
        }

        private static void judge(int account, Since since, Outsider outsider, Scene scene, Notes notes) {
            long[] amounts = outsider.amounts(account);
            boolean spares = scene.spec(outsider.venue())
                    .liquidation()
                    .flatMap(model -> model.power(SparesLast.class))
                    .exists(states -> isLast(account, outsider, scene)
                            || states.sparesFrom().exists(multiple -> isWorth(multiple, outsider, amounts)));
            Call kick = new Call.Kick(scene.id(0), scene.id(account));
            boolean stopped = scene.stopped(outsider.venue(), new Proposal.Liquidation(kick, false))
                    .isDefined();
            if (stopped || spares) {
                return;
            }
            if (Arrays.stream(amounts).anyMatch(amount -> amount > 0) && outsider.isUnsafe(amounts)) {
                notes.breach(scene.name(scene.id(account)) + ", unsafe since block " + since.block()
                        + ", still holds " + outsider.show(amounts) + " in block "
                        + scene.block().number());
            }
        }
    }

    private static boolean isWorth(Ratio multiple, Outsider outsider, long[] amounts) {
        BigDecimal most = outsider.owed(amounts).multiply(multiple.value().toBigDecimal());
        return outsider.held(amounts).compareTo(most) >= 0;
    }

    /** Whether no other account has any of what this one has. */
    private static boolean isLast(int account, Outsider outsider, Scene scene) {
        long[] amounts = outsider.amounts(account);
        for (int other = 0; other < scene.accounts(); other++) {
            if (other != account
                    && scene.kind(other) == Accounts.Kind.MARGIN
                    && scene.venueOf(other) == outsider.venue()) {
                long[] others = outsider.amounts(other);
                for (int leg = 0; leg < amounts.length; leg++) {
                    if (amounts[leg] > 0 && others[leg] > 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Looks at what every standing offer asks. */
    static final class NeverRises implements Watch {
        private record Seen(StandingOffer offer, Option<Price> give, Option<Price> want, Health health) {}

        private final Map<Integer, Seen> seen = new TreeMap<>();
        private int restarted = Accounts.NONE;

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Restart restart) {
                restarted = restart.target().index();
            } else if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                seen.remove(restarted);
                restarted = Accounts.NONE;
                look(scene, notes);
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            restarted = Accounts.NONE;
        }

        private void look(Scene scene, Notes notes) {
            for (int venue = 0; venue < scene.venues(); venue++) {
                for (int target : scene.targets(venue)) {
                    for (StandingOffer offer : scene.offer(venue, target, null)) {
                        Seen now = new Seen(
                                offer,
                                scene.view(venue).price(offer.pair().give()),
                                scene.view(venue).price(offer.pair().want()),
                                scene.view(venue).health(offer.target(), Requirement.MAINTENANCE));
                        Seen before = seen.put(target, now);
                        judge(Option.of(before), now, scene, notes);
                    }
                }
            }
            if (!seen.isEmpty()) {
                seen.keySet().removeIf(target -> !stands(scene, target));
            }
        }

        private static boolean stands(Scene scene, int target) {
            return Arrays.binarySearch(scene.targets(scene.venueOf(target)), target) >= 0;
        }

        private static void judge(Option<Seen> last, Seen now, Scene scene, Notes notes) {
            StandingOffer offer = now.offer();
            String name = scene.name(offer.target());
            if (offer.ask() instanceof Ask.Clock clock) {
                AskPrice top = AskPrice.of(
                        clock.top(),
                        Decimal.ONE,
                        offer.pair().want(),
                        offer.pair().give(),
                        Long.MAX_VALUE);
                if (isAbove(offer.price(), top)) {
                    notes.breach(name + " asks " + show(offer) + ", and its top is " + clock.top());
                }
            }
            for (Seen before : last.filter(each -> each.offer().pair().equals(offer.pair()))) {
                boolean same = before.offer().ask().equals(offer.ask());
                boolean clocks =
                        offer.ask() instanceof Ask.Clock && before.offer().ask() instanceof Ask.Clock;
                boolean still = before.give()
                                .map(Price::value)
                                .equals(now.give().map(Price::value))
                        && before.want().map(Price::value).equals(now.want().map(Price::value))
                        && !isHealthier(now.health(), before.health());
                if ((same && (clocks || still))
                        || (clocks && scene.isLot(offer.target().index()))) {
                    notes.met();
                    if (isAbove(offer.price(), before.offer().price())) {
                        notes.breach(name + " asked " + show(before.offer()) + " and now asks " + show(offer));
                    }
                }
            }
        }

        private static boolean isHealthier(Health health, Health than) {
            return BigDecimal.valueOf(health.assets())
                            .multiply(BigDecimal.valueOf(than.debts()))
                            .compareTo(BigDecimal.valueOf(than.assets()).multiply(BigDecimal.valueOf(health.debts())))
                    > 0;
        }

        private static boolean isAbove(AskPrice price, AskPrice than) {
            return Exact.compareProducts(price.want(), than.give(), than.want(), price.give()) > 0;
        }

        private static String show(StandingOffer offer) {
            return StandingPrices.shown(offer.price(), offer);
        }
    }
}
