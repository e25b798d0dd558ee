package io.firebreak.perp;

import static io.firebreak.perp.Exchange.CONTRACT;
import static io.firebreak.perp.Exchange.DOLLAR;
import static io.firebreak.perp.Exchange.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Price;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** The exchange in a whole run: a long and a short are liquidated by one and the same model, at full assurance. */
class PoolPerpRunTest {
    private static final VenueRef PERP = new VenueRef("perp");
    private static final OracleRef BTC = new OracleRef("btc");

    /** One price a block. */
    record Path(Seq<Integer> prices) implements OracleModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Publication<Nothing> step(Nothing state, OracleView view) {
            Decimal price = Decimal.of(prices.get((int) view.block().number()));
            return Publication.of(state, new Price(price, view.block().timeMillis()));
        }
    }

    /** Takes every unsafe position over at the oracle's price. */
    record TakeOver() implements LiquidationModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe().foldLeft(Ruling.of(state), (ruling, account) -> docket.view()
                    .exposure(account)
                    .fold(() -> ruling, exposure -> ruling.then(fill(account, exposure, docket.view()))));
        }

        private static Order fill(AccountId account, Exposure exposure, MarginView view) {
            AskPrice price =
                    new Ask.OverOracle(Ratio.ZERO).price(exposure.pair(), view).get();
            long give = exposure.onWant() ? price.giveDown(exposure.units()) : exposure.units();
            long want = exposure.onWant() ? exposure.units() : price.wantUp(give);
            return new Order.Fill(
                    account,
                    view.outside(),
                    view.outside(),
                    new Parcel(exposure.pair().give(), give),
                    new Parcel(exposure.pair().want(), want),
                    0);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_OFFERED, "liquidates by itself");
        }
    }

    private static AccountGroup.Row trader(String name, long dollars) {
        return new AccountGroup.Row(name, List.of(new Parcel(USDC, dollars * DOLLAR)), Option.some(name));
    }

    private static ScriptedAction trade(long block, String name, long contracts) {
        Asset contract = new Asset(1, "perp.contract", 9);
        return new ScriptedAction(block, name, new Action.Trade(PERP, contract, contracts * CONTRACT));
    }

    private static RunResult run(Seq<Integer> prices, Seq<ScriptedAction> actions) {
        VenueSpec spec = new VenueSpec(
                PERP,
                Exchange.model("5"),
                Option.none(),
                List.of(new AccountGroup.Given(List.of(trader("long", 1000), trader("short", 1000)))),
                Option.some(new TakeOver()),
                List.empty(),
                List.empty(),
                List.of(new VenueSpec.SeedBalance("pool", new Parcel(USDC, 1_000_000 * DOLLAR))),
                1);
        long day = 24L * 3_600_000;
        Economy economy = new Economy(
                new Clock(0, prices.size() * day, day, Option.none()),
                List.of(USDC),
                List.empty(),
                List.of(new OracleSpec(BTC, new Path(prices))),
                List.of(spec),
                List.empty(),
                List.empty(),
                actions);
        return new Engine().run(economy, new RunOptions(1, Assurance.FULL, true, 0));
    }

    private static Seq<String> subjects(RunResult result, Event.Kind kind) {
        return result.events().filter(event -> event.kind() == kind).map(event -> result.accountNames()
                .get(event.subject().index()));
    }

    @Test
    void aFallTakesTheLongAndARiseTheShort() {
        RunResult result = run(List.of(1000, 930, 1000, 1070), List.of(trade(0, "long", 10), trade(0, "short", -10)));
        assertThat(result.failure()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(subjects(result, Event.Kind.FILLED)).isEmpty();

        result = run(List.of(1000, 910, 1000, 1095), List.of(trade(0, "long", 10), trade(0, "short", -10)));
        assertThat(result.failure()).isEmpty();
        assertThat(subjects(result, Event.Kind.FILLED)).containsExactly("perp/long", "perp/short");
        assertThat(subjects(result, Event.Kind.SHORTFALL)).isEmpty();
    }

    @Test
    void aGapBeyondTheMarginIsAShortfallOfItsSize() {
        RunResult result = run(List.of(1000, 800), List.of(trade(0, "long", 10)));
        assertThat(result.failure()).isEmpty();
        Event shortfall = result.events()
                .find(event -> event.kind() == Event.Kind.SHORTFALL)
                .get();
        // 2,000 lost of a margin of 990
        assertThat(shortfall.first()).isEqualTo(new Parcel(USDC, 1010 * DOLLAR));
    }

    @Test
    void theMarginOfALiquidatedPositionCanBeWithdrawn() {
        Action all = new Action.Withdraw(PERP, USDC, Quantity.all());
        RunResult result =
                run(List.of(1000, 910, 910), List.of(trade(0, "long", 10), new ScriptedAction(2, "long", all)));
        assertThat(result.failure()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }
}
