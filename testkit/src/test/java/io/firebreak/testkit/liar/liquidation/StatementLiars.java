package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StartsAtOnce;
import io.firebreak.api.liquidation.StatesBidding;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.liquidation.StatesCeiling;
import io.firebreak.api.liquidation.StatesCloseFactor;
import io.firebreak.api.liquidation.StatesFall;
import io.firebreak.api.liquidation.StatesHalfLife;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.liquidation.StatesReward;
import io.firebreak.api.liquidation.StatesSeizure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.reference.Falling;
import io.firebreak.testkit.reference.ReferenceAuction.Sale;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;

/** Liars that do not do what they say of themselves. */
public final class StatementLiars {
    private StatementLiars() {}

    /** Says that bids stand for an hour, and invites to settle after ten minutes. */
    public record EndsBeforeItsTime() implements AlmostEnglish, StatesBidding {
        @Override
        public Ratio beg() {
            return Ratio.ZERO;
        }

        @Override
        public Duration ttl() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration tau() {
            return Duration.ofDays(1);
        }
    }

    /** Says that each bid must be a twentieth better, and is content with a unit. */
    public record RisesByLessThanItsStep() implements AlmostEnglish, StatesBidding {
        @Override
        public Ratio beg() {
            return Ratio.of("0.05");
        }

        @Override
        public Duration ttl() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration tau() {
            return Duration.ofDays(1);
        }
    }

    /** Says that it begins a tenth above the oracle's price, and begins a fifth above it. */
    public record BeginsHigher() implements AlmostAuction, StatesFall {
        @Override
        public Ratio buf() {
            return Ratio.of("1.1");
        }

        @Override
        public Duration tail() {
            return HONEST.lasts();
        }

        @Override
        public Ratio cusp() {
            return Ratio.ZERO;
        }
    }

    /** Says that an hour is enough, and goes on. */
    public record FallsForTooLong() implements AlmostAuction, StatesFall {
        @Override
        public Ratio buf() {
            return HONEST.start();
        }

        @Override
        public Duration tail() {
            return Duration.ofHours(1);
        }

        @Override
        public Ratio cusp() {
            return Ratio.ZERO;
        }
    }

    /** Says that a lot is to raise a penalty besides, and asks for the debt alone. */
    public record AsksForTheDebtAlone() implements AlmostAuction, StatesPenalty {
        @Override
        public Ratio penalty() {
            return Ratio.of("0.13");
        }
    }

    /** Says that it sells a hundred at a time, and sells all. */
    public record SellsBeyondItsCeiling() implements AlmostAuction, StatesCeiling {
        @Override
        public Option<Parcel> ceiling() {
            return Option.some(new Parcel(Setting.USD, 100_000_000));
        }
    }

    /** The curve of an honest auction, but for what a liar overrides. */
    private interface AlmostFalling extends Curve {
        Falling HONEST = new Falling(Ratio.of("0.5"), Duration.ofHours(6));

        @Override
        default Decimal price(Decimal top, long elapsedMillis) {
            return HONEST.price(top, elapsedMillis);
        }

        @Override
        default long holdsUntilMillis(long elapsedMillis) {
            return HONEST.holdsUntilMillis(elapsedMillis);
        }
    }

    /** An honest auction by another curve. */
    private static Iterable<Order> falling(Order order, Curve curve) {
        return order instanceof Order.Offer offer && offer.ask() instanceof Ask.Clock clock
                ? List.of(new Order.Offer(
                        offer.target(),
                        offer.pair(),
                        offer.limit(),
                        new Ask.Clock(clock.top(), curve, clock.startMillis())))
                : List.of(order);
    }

    /** Says that its prices hold for a day. */
    public record FallsWhileItHolds() implements AlmostAuction {
        record ForADay() implements AlmostFalling {
            @Override
            public long holdsUntilMillis(long elapsedMillis) {
                return elapsedMillis + Duration.ofDays(1).toMillis();
            }
        }

        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return falling(order, new ForADay());
        }
    }

    /** Says that its prices halve within an hour, and takes six. */
    public record HalvesLater() implements AlmostAuction {
        record InAnHour() implements AlmostFalling, StatesHalfLife {
            @Override
            public Option<Duration> halfLife() {
                return Option.some(Duration.ofHours(1));
            }

            @Override
            public Duration step() {
                return Duration.ofSeconds(1);
            }
        }

        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return falling(order, new InAnHour());
        }
    }

    /** Tells of a reward when it invites to a kick, and pays none. */
    public record PaysNothingForAKick() implements AlmostAuction {
        @Override
        public Ruling<TreeMap<AccountId, Sale>> rule(TreeMap<AccountId, Sale> state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(
                            AlmostAuction.super.rule(state, docket),
                            (ruling, account) -> ruling.invite(account, Invitation.Step.KICK, 1_000_000));
        }
    }

    /** Says that a hundredth is for whoever starts a sale, and keeps it. */
    public record KeepsTheReward() implements AlmostAuction, StatesReward {
        @Override
        public Ratio share() {
            return Ratio.of("0.01");
        }

        @Override
        public Option<Parcel> flat() {
            return Option.none();
        }
    }

    /** Says that a twentieth more than the debt is taken, and takes all. */
    public record TakesAllAlong() implements AlmostAuction, StatesSeizure {
        @Override
        public Option<Ratio> seized() {
            return Option.some(Ratio.of("1.05"));
        }
    }

    /** Invites to begin anew what has just begun. */
    public record InvitesTooEarly() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return order instanceof Order.Offer offer
                    ? List.of(order, new Order.Invite(new Invitation(offer.target(), Invitation.Step.RESTART, 0)))
                    : List.of(order);
        }
    }

    /** Asks for a thousand units more than it takes. */
    public record TakesLessThanItAsks() implements AlmostEnglish {
        @Override
        public long asked(Best best) {
            return least(best) + 1000;
        }
    }

    /** Says that takers get a tenth more, and gives a twentieth. */
    public record GivesLessThanItsBonus() implements AlmostSpread, StatesBonus {
        @Override
        public Ratio bonus() {
            return Ratio.of("0.1");
        }

        @Override
        public Ratio leastBonus() {
            return bonus();
        }
    }

    /** Says that all may be taken, and offers a half. */
    public record OffersLessThanItSays() implements AlmostSpread, StatesCloseFactor {
        @Override
        public Ratio leastPart() {
            return Ratio.of("1");
        }
    }

    /** Says that it starts at once, and never does. */
    public record NeverStarts() implements AlmostEnglish, StartsAtOnce {
        @Override
        public Ruling<TreeMap<AccountId, Best>> rule(TreeMap<AccountId, Best> state, Docket docket) {
            return Ruling.of(state);
        }
    }

    /** Says that it begins no lot while less than a million is left, has half of that, and begins. */
    public record BeginsWithoutRoom() implements AlmostEnglish, StatesCeiling {
        @Override
        public Option<Parcel> ceiling() {
            return Option.some(new Parcel(Setting.USD, 500_000_000_000L));
        }

        @Override
        public Option<Parcel> leastRoom() {
            return Option.some(new Parcel(Setting.USD, 1_000_000_000_000L));
        }
    }
}
