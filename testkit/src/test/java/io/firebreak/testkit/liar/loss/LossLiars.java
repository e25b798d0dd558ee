package io.firebreak.testkit.liar.loss;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StandsInFor;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Liars among loss layers. */
public final class LossLiars {
    private static final Parcel CAPITAL = new Parcel(Setting.USD, 1_000_000_000);

    private LossLiars() {}

    /** A fund, honest but for what a liar overrides. */
    interface AlmostFund extends LossModel<Nothing> {
        @Override
        default Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        default Seq<Parcel> endowment() {
            return List.of(CAPITAL);
        }

        @Override
        default Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            Parcel missing = shortfall.missing();
            return lie(shortfall, Math.min(missing.units(), view.balance(view.self(), missing.asset())));
        }

        /** What it says and pays instead of {@code paid}. */
        Bearing<Nothing> lie(Shortfall shortfall, long paid);

        private static Bearing<Nothing> pays(Shortfall shortfall, long units, Outcome outcome) {
            return Bearing.of(Nothing.NOTHING, outcome)
                    .pay(shortfall.account(), shortfall.missing().asset(), units);
        }

        private static Outcome outcome(Shortfall shortfall, long paid) {
            return paid == shortfall.missing().units() ? Outcome.BORNE : Outcome.EXHAUSTED;
        }
    }

    /** Counts what it holds twice. */
    public record CountsItsFundTwice() implements AlmostFund {
        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            Parcel missing = shortfall.missing();
            long twice = 2 * view.balance(view.self(), missing.asset());
            return lie(shortfall, Math.min(missing.units(), twice));
        }

        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return AlmostFund.pays(shortfall, paid, AlmostFund.outcome(shortfall, paid));
        }
    }

    public record PaysMoreThanIsMissing() implements AlmostFund {
        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            Parcel missing = shortfall.missing();
            return lie(shortfall, Math.min(missing.units() + 1, view.balance(view.self(), missing.asset())));
        }

        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            Outcome outcome = paid >= shortfall.missing().units() ? Outcome.BORNE : Outcome.EXHAUSTED;
            return AlmostFund.pays(shortfall, paid, outcome);
        }
    }

    /** Pays the treasury as much again. */
    public record PaysTheTreasuryToo() implements AlmostFund {
        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            Parcel missing = shortfall.missing();
            long pays = Math.min(missing.units(), view.balance(view.self(), missing.asset()) / 2);
            return lie(shortfall, pays).pay(view.treasury(), missing.asset(), pays);
        }

        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return AlmostFund.pays(shortfall, paid, AlmostFund.outcome(shortfall, paid));
        }
    }

    /** Says that half of its fund stands in, and pays with all of it. */
    public record PaysMoreThanStandsIn() implements AlmostFund, StandsInFor {
        @Override
        public Ratio share() {
            return Ratio.of("0.5");
        }

        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return AlmostFund.pays(shortfall, paid, AlmostFund.outcome(shortfall, paid));
        }
    }

    /** Sends the loss on to deeper layers with its fund untouched. */
    public record LeavesItToOthers() implements AlmostFund {
        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return Bearing.of(Nothing.NOTHING, Outcome.EXHAUSTED);
        }
    }

    public record SaysBorneWhateverItPaid() implements AlmostFund {
        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return AlmostFund.pays(shortfall, paid, Outcome.BORNE);
        }
    }

    /** Says that it is at work when all is paid. */
    public record StaysAtWork() implements AlmostFund {
        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            Outcome outcome = AlmostFund.outcome(shortfall, paid);
            return AlmostFund.pays(shortfall, paid, outcome == Outcome.BORNE ? Outcome.PENDING : outcome);
        }
    }

    /** Issues what is missing. */
    public record PrintsWhatIsMissing() implements AlmostFund {
        @Override
        public Seq<Parcel> endowment() {
            return List.empty();
        }

        @Override
        public Option<Asset> issues() {
            return Option.some(Setting.USD);
        }

        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return AlmostFund.pays(shortfall, shortfall.missing().units(), Outcome.BORNE);
        }
    }

    /** Is at work, and stays at work. */
    public record PendingForEver() implements AlmostFund {
        @Override
        public Bearing<Nothing> lie(Shortfall shortfall, long paid) {
            return Bearing.of(Nothing.NOTHING, Outcome.PENDING);
        }
    }

    /** Pays when nobody has asked it, and nobody's name is on it. */
    public record PaysUnasked() implements LossModel<Option<Shortfall>>, Seller<Option<Shortfall>> {
        @Override
        public Option<Shortfall> initial() {
            return Option.none();
        }

        @Override
        public Seq<Parcel> endowment() {
            return List.of(CAPITAL);
        }

        @Override
        public Bearing<Option<Shortfall>> bear(Option<Shortfall> state, Shortfall shortfall, MarginView view) {
            AccountId clock = view.freshLot(0);
            return Bearing.of(Option.some(shortfall), Outcome.PENDING)
                    .then(new Order.WakeAt(clock, view.block().timeMillis()));
        }

        @Override
        public Ruling<Option<Shortfall>> rule(Option<Shortfall> state, Docket docket) {
            Ruling<Option<Shortfall>> ruling = Ruling.of(Option.none());
            for (Shortfall shortfall : state) {
                Parcel missing = shortfall.missing();
                long there = docket.view().balance(docket.view().self(), missing.asset());
                ruling = ruling.pay(shortfall.account(), missing.asset(), Math.min(missing.units(), there));
            }
            return ruling;
        }

        @Override
        public Either<Rejection, Ruling<Option<Shortfall>>> answer(
                Option<Shortfall> state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_OFFERED, "nothing is sold here");
        }
    }

    /** Asks its bidders for twice what is missing, and never gets on. */
    public record SellsMoreThanIsMissing() implements LossModel<Nothing>, Seller<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Option<Asset> issues() {
            return Option.some(Setting.WETH);
        }

        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            Parcel missing = shortfall.missing();
            long twice = 2 * missing.units();
            return Bearing.of(state, Outcome.PENDING)
                    .then(new Order.Offer(
                            view.freshLot(0),
                            Option.some(new Pair(Setting.WETH, missing.asset())),
                            new Limit.Give(1),
                            new Ask.BestBid(twice, twice, 1, Option.none())));
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_DUE, "not yet");
        }
    }
}
