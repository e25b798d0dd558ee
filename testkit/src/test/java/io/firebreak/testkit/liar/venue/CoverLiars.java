package io.firebreak.testkit.liar.venue;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.StatesCapital;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

/** Lending markets that say they cover the losses of others with what they lend. */
public final class CoverLiars {
    private CoverLiars() {}

    private interface Covering extends Like.Loan, StatesCapital {
        @Override
        default VenueRef insured() {
            return new VenueRef("elsewhere");
        }

        @Override
        default String purse() {
            return "reserve";
        }

        @Override
        default String premiums() {
            return "debt-pool";
        }

        @Override
        default Parcel cover() {
            return new Parcel(Setting.USD, 1_000_000_000_000_000L);
        }

        @Override
        default Decimal gearing() {
            return Decimal.ONE;
        }

        @Override
        default Ratio dailyMove() {
            return Ratio.ZERO;
        }

        @Override
        default Option<Parcel> requiredAtStart() {
            return Option.none();
        }

        @Override
        default Option<Rate> premium() {
            return Option.none();
        }
    }

    /** Lets everything be redeemed. */
    public record LetsTheCapitalGo() implements Covering {}

    /** Says that it earns premiums, and earns interest. */
    public record EarnsNoPremium() implements Covering {
        @Override
        public Decimal gearing() {
            return Decimal.of(1_000_000_000);
        }

        @Override
        public Option<Rate> premium() {
            return Option.some(Rate.perYear("0.5"));
        }
    }
}
