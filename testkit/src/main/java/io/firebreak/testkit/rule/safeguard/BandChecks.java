package io.firebreak.testkit.rule.safeguard;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.safeguard.StatesBand;
import io.firebreak.api.view.Price;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rule 399 looks at: safeguards that stop liquidations outside a band, each where it guards a venue alone. */
final class BandChecks {
    private BandChecks() {}

    /** Keeps the prices of each venue block by block, and reckons each asset's reference from them. */
    static final class StopsOutsideItsBand extends GuardChecks.OfVenue<StatesBand> {
        private final Map<String, Band> bands = new TreeMap<>();

        StopsOutsideItsBand() {
            super(StatesBand.class);
        }

        @Override
        void begins(int venue, StatesBand stated, Scene scene, Notes notes) {
            for (Leg leg : scene.legs(venue)) {
                for (Price price : scene.view(venue).price(leg.asset())) {
                    bands.computeIfAbsent(key(venue, leg), none -> new Band(stated))
                            .see(price.value().toBigDecimal(), scene.block().timeMillis());
                }
            }
        }

        private static String key(int venue, Leg leg) {
            return venue + " " + leg.asset().symbol();
        }

        @Override
        void look(int venue, StatesBand stated, Scene scene, Notes notes) {
            for (AccountId account : GuardChecks.marginAccounts(scene, venue)) {
                String out = "";
                for (Leg leg : scene.legs(venue)) {
                    Band band = bands.get(key(venue, leg));
                    if (band != null && band.stops() && GuardChecks.has(scene, account, leg)) {
                        out = leg.asset() + " is, or was, out of its band around " + band.reference;
                    }
                }
                notes.met();
                if (GuardChecks.stopsKick(scene, venue, account) == out.isEmpty()) {
                    notes.breach("a kick of " + scene.name(account)
                            + (out.isEmpty()
                                    ? " is stopped, and all that it holds and owes is within its band"
                                    : " is let through, and " + out));
                }
            }
        }
    }

    /** The band of one asset, and all of its prices since it began. */
    private static final class Band {
        private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);
        private final StatesBand stated;
        private final List<Seen> seen = new ArrayList<>();
        private BigDecimal reference = BigDecimal.ZERO;
        private long setMillis;
        private @Nullable Long limitSince;
        private @Nullable Long pauseEnd;

        /** The price of a block. */
        private record Seen(BigDecimal price, long millis) {}

        Band(StatesBand stated) {
            this.stated = stated;
        }

        boolean stops() {
            return limitSince != null || pauseEnd != null;
        }

        void see(BigDecimal price, long now) {
            if (pauseEnd != null && now < pauseEnd) {
                return;
            }
            boolean begins = seen.isEmpty() || pauseEnd != null;
            if (begins) {
                seen.clear();
                limitSince = null;
                pauseEnd = null;
            }
            seen.add(new Seen(price, now));
            if (begins) {
                setReference(price, now);
            } else if (isOff(price, stated.band())) {
                atLimit(now);
            } else {
                limitSince = null;
                BigDecimal mean = mean(now);
                if (now - setMillis >= stated.refreshEvery().toMillis() && isOff(mean, stated.refreshAt())) {
                    setReference(mean, now);
                }
            }
        }

        private void setReference(BigDecimal price, long now) {
            reference = price;
            setMillis = now;
        }

        private void atLimit(long now) {
            long since = limitSince == null ? now : limitSince;
            limitSince = since;
            if (now - since >= stated.limitState().toMillis()) {
                pauseEnd = now + stated.pause().toMillis();
            }
        }

        private boolean isOff(BigDecimal price, Ratio by) {
            BigDecimal off = price.subtract(reference).abs();
            return off.compareTo(reference.multiply(by.value().toBigDecimal())) >= 0;
        }

        /** Millisecond by millisecond, as it were: each price times what it stood of the time. */
        private BigDecimal mean(long now) {
            long from = now - stated.meanOver().toMillis();
            BigDecimal sum = BigDecimal.ZERO;
            long stood = 0;
            for (int i = 0; i < seen.size() - 1; i++) {
                long millis =
                        seen.get(i + 1).millis() - Math.max(from, seen.get(i).millis());
                if (millis > 0) {
                    sum = sum.add(seen.get(i).price().multiply(BigDecimal.valueOf(millis)));
                    stood += millis;
                }
            }
            return stood == 0 ? seen.get(seen.size() - 1).price() : sum.divide(BigDecimal.valueOf(stood), DIGITS);
        }
    }
}
