package io.firebreak.amm;

import static io.firebreak.amm.Pool.A;
import static io.firebreak.amm.Pool.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Receipt;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ArbitrageurTest {
    private static final long UNIT = 1_000_000_000;
    private static final long RESERVE = 1_000_000 * UNIT;
    private static final Decimal FEE = Decimal.of("0.003");

    private static Arbitrageur agent(long minProfit) {
        return new Arbitrageur(
                new VenueRef("pool"),
                new MarketRef("a"),
                new Parcel(A, 100_000 * UNIT),
                new Parcel(B, 100_000 * UNIT),
                new Parcel(B, minProfit * UNIT),
                100,
                0.6,
                2,
                1);
    }

    @Test
    void isIdleInsideTheFee() {
        assertThat(trade(agent(0), new Market(1.0029))).isEmpty();
        assertThat(trade(agent(0), new Market(1 / 1.0029))).isEmpty();
    }

    @Test
    void buysAtThePoolWhatIsDearOutside() {
        Swapped swapped = trade(agent(0), new Market(1.05)).get();
        assertThat(swapped.give()).isEqualTo(B);
        // √(R·R·γ·1.05) − R, over γ
        double exact = (StrictMath.sqrt(0.997 * 1.05) - 1) / 0.997 * RESERVE;
        assertThat((double) swapped.units()).isCloseTo(exact, withinPercentage(0.1));
    }

    @Test
    void sellsAtThePoolWhatIsCheapOutside() {
        assertThat(trade(agent(0), new Market(0.95)).get().give()).isEqualTo(A);
    }

    @Test
    void noOtherAmountGainsMoreByTheQuotes() {
        Market market = new Market(1.05);
        market.impact = 1e-7;
        Swapped swapped = trade(agent(0), market).get();
        long best = market.gain(B, swapped.units());
        for (double factor : new double[] {0.5, 0.9, 0.99, 1.01, 1.1, 2}) {
            assertThat(market.gain(B, (long) (swapped.units() * factor))).isLessThanOrEqualTo(best);
        }
        assertThat(swapped.units())
                .as("the market's impact makes it smaller")
                .isLessThan(trade(agent(0), new Market(1.05)).get().units());
    }

    @Test
    void acceptsNoFewerUnitsThanTheWayBackNeeds() {
        Swapped swapped = trade(agent(0), new Market(1.05)).get();
        Market market = new Market(1.05);
        assertThat(market.quote(agent(0).market(), A, swapped.atLeast(), B))
                .isGreaterThanOrEqualTo(swapped.units() - 1);
        assertThat(market.quote(agent(0).market(), A, swapped.atLeast() - 2, B)).isLessThan(swapped.units());
    }

    @Test
    void neverHandsInMoreThanItHas() {
        Market market = new Market(2);
        assertThat(trade(agent(0), market).get().units()).isEqualTo(100_000 * UNIT);
        market.funds = 7 * UNIT;
        assertThat(trade(agent(0), market).get().units()).isEqualTo(7 * UNIT);
        market.funds = 0;
        assertThat(trade(agent(0), market)).isEmpty();
    }

    @Test
    void staysOutWhereGasOrTheLeastProfitEatsTheGain() {
        Market market = new Market(1.01);
        long gain = market.gain(B, trade(agent(0), market).get().units()) / UNIT;
        assertThat(trade(agent(gain + 1), market)).isEmpty();
        assertThat(trade(agent(gain - 1), market)).isNotEmpty();
        market.gwei = 100;
        market.worthOfGas = 1e9;
        assertThat(trade(agent(0), market))
                .as("gas costs more than there is to gain")
                .isEmpty();
        market.worthOfGas = 1;
        assertThat(trade(agent(0), market)).isNotEmpty();
        market.gwei = 101;
        assertThat(trade(agent(0), market)).as("above its cap").isEmpty();
    }

    @Test
    void waitsForTheReceiptOfWhatIsOnItsWay() {
        Market market = new Market(1.05);
        Decision<Arbitrageur.State> first = agent(0).decide(Arbitrageur.State.WATCHING, market);
        Decision<Arbitrageur.State> second = agent(0).decide(first.state(), market);
        assertThat(second.submissions()).isEmpty();
        Either<Rejection, Long> expired = Either.left(new Rejection(Reason.EXPIRED, ""));
        market.receipts = List.of(new Receipt(first.submissions().head(), 1, expired));
        assertThat(agent(0).decide(second.state(), market).submissions()).hasSize(1);
    }

    private record Swapped(Asset give, long units, long atLeast) {}

    private static Option<Swapped> trade(Arbitrageur agent, Market market) {
        return agent.decide(agent.initial(), market)
                .submissions()
                .headOption()
                .map(Submission::action)
                .map(action -> (Action.Swap) ((Action.Bundle) action).steps().head())
                .map(swap -> new Swapped(swap.give(), ((Quantity.Units) swap.quantity()).units(), swap.atLeast()));
    }

    /** A pool at par, and an outside market where A costs {@code price} B. */
    private static final class Market implements AgentView {
        private final double price;
        private double impact;
        private double gwei;
        private double worthOfGas = 1;
        private long funds = Long.MAX_VALUE;
        private Seq<Receipt> receipts = List.empty();

        Market(double price) {
            this.price = price;
        }

        long gain(Asset home, long units) {
            Asset other = home.equals(A) ? B : A;
            long out = quote(new VenueRef("pool"), home, units, other).get();
            return quote(new MarketRef("a"), other, out, home) - units;
        }

        @Override
        public long quote(MarketRef market, Asset give, long units, Asset get) {
            double whole = units * (give.equals(A) ? price : 1 / price);
            return (long) (whole * (1 - impact * units / UNIT));
        }

        @Override
        public Option<Long> redeemed(VenueRef venue, Asset claim, long units, Asset get) {
            return Option.none();
        }

        @Override
        public Option<Long> quote(VenueRef venue, Asset give, long units, Asset get) {
            return Option.some(ConstantProduct.outDown(units, RESERVE, RESERVE, FEE));
        }

        @Override
        public long balance(AccountId account, Asset asset) {
            return funds;
        }

        @Override
        public double worth(Asset asset) {
            return asset.equals(A) ? price : asset.equals(B) ? 1 : worthOfGas;
        }

        @Override
        public Option<MarketRef> market(Asset asset) {
            return Option.none();
        }

        @Override
        public Seq<Asset> claims(VenueRef venue) {
            return List.empty();
        }

        @Override
        public Option<VenueRef> redeemer(Asset claim) {
            return Option.none();
        }

        @Override
        public Seq<Parcel> redemption(Asset claim, long units) {
            return List.empty();
        }

        @Override
        public double gasPrice(double share) {
            return gwei;
        }

        @Override
        public Option<Asset> gasAsset() {
            return Option.some(new Asset(2, "GAS", 9));
        }

        @Override
        public Seq<Receipt> receipts() {
            return receipts;
        }

        @Override
        public AccountId self() {
            return new AccountId(0);
        }

        @Override
        public Block block() {
            return new Block(0, 0);
        }

        @Override
        public int ordinal() {
            return 0;
        }

        @Override
        public Seq<StandingOffer> offers(VenueRef venue) {
            return List.empty();
        }

        @Override
        public Seq<Invitation> invitations(VenueRef venue) {
            return List.empty();
        }

        @Override
        public Option<Seq<StandingOffer>> opens(VenueRef venue, AccountId account) {
            return Option.none();
        }

        @Override
        public MarginView venue(VenueRef venue) {
            throw new IllegalStateException("looks at quotes only");
        }

        @Override
        public Option<AccountId> marginAccount(VenueRef venue) {
            return Option.none();
        }

        @Override
        public Draws draws() {
            throw new IllegalStateException("draws nothing");
        }
    }
}
