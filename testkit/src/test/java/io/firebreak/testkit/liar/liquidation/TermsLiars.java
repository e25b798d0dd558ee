package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Part;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StatesFee;
import io.firebreak.api.liquidation.StatesHazard;
import io.firebreak.api.liquidation.StatesIncline;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.liquidation.StatesWindow;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import java.time.Duration;

/** Liars that sell an account in another part, at other terms or at another time than they say. */
public final class TermsLiars {
    private TermsLiars() {}

    /** Says that two fifths may be taken, and offers a half. */
    public record OffersMoreThanItSays() implements AlmostSpread, StatesPart {
        @Override
        public Part part() {
            return new Part.OfExposure(Ratio.of("0.4"));
        }
    }

    /** Says that whoever has just become unsafe loses little, and gives its greatest bonus to anybody. */
    public record GivesItsMostAtAnyHealth() implements AlmostSpread, StatesIncline {
        @Override
        public Ratio bonus() {
            return HONEST.bonus();
        }

        @Override
        public Incline incline() {
            return new Incline(Ratio.of("0.01"), bonus(), Ratio.of("0.5"), false);
        }
    }

    /** Says that it takes a fee, and takes none. */
    public record TakesNoFee() implements AlmostSpread, StatesFee {
        @Override
        public Ratio penalty() {
            return feeOnDebt();
        }

        @Override
        public Ratio feeOnDebt() {
            return Ratio.of("0.02");
        }

        @Override
        public Ratio feeOnBonus() {
            return Ratio.ZERO;
        }
    }

    /** Says that a part leaves a hundred or nothing, and sells any part. */
    public record LeavesLessThanItSays() implements AlmostSpread, StatesPart {
        @Override
        public Part part() {
            return new Part.OfDebts(Ratio.ONE, Ratio.ZERO, Decimal.ZERO, Decimal.of(100));
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(
                            Ruling.of(state),
                            (ruling, account) ->
                                    ruling.offer(account, Limit.whole(), new Ask.OverOracle(HONEST.bonus())));
        }
    }

    /** Says that an owner has an hour, and opens every account at once. */
    public record OpensBeforeItsTime() implements AlmostSpread, StatesWindow {
        @Override
        public Duration window() {
            return Duration.ofHours(1);
        }
    }

    /** Says that it hits one account an hour, and opens every account at once. */
    public record HitsEverybody() implements AlmostSpread, StatesHazard {
        @Override
        public Decimal intensity() {
            return Decimal.ONE;
        }

        @Override
        public Decimal steepness() {
            return Decimal.ZERO;
        }
    }
}
