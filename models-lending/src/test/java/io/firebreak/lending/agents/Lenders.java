package io.firebreak.lending.agents;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.lending.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An agent of the group {@code who} at each venue at which ETH is pledged for USD, while ETH goes from 2,000 to another price. */
final class Lenders {
    private static final String WORLD =
            """
            scenario: lenders
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-02T00:00:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 2000, points: [ { at: 30 min, price: %s } ], straight: false } }, impact: none }
              USD: { path: { fixed: { price: 1 } }, impact: none }
            oracles: { eth: { spot: { of: ETH } } }
            venues: { venue: { %s } }
            agents: { who: { %s } }
            """;

    private static final String ISSUED = "accounts: [ { account: big, holdings: [ 100 k ETH, -50 M USD ] } ]";
    private static final String LENT = "accounts: [ { account: lenders, holdings: [ 50 M USD ] } ]";
    private static final String RATE = "{ kinked: {} }";

    private Lenders() {}

    static Stream<String> venues() {
        return Stream.of(
                "collateralised-debt: { collateral: ETH, debt: USD, oracle: eth }, " + ISSUED,
                "trove: { collateral: ETH, debt: USD, oracle: eth, min-debt: 1800 USD, gas-reserve: 200 USD }, "
                        + ISSUED,
                "pooled-lending: { numeraire: USD, markets: [ { asset: ETH, oracle: eth, loan-to-value: 80%, liquidation-threshold: 85%, rate: "
                        + RATE + " }, { asset: USD, rate: " + RATE + " } ] }, " + LENT,
                "isolated-lending: { loan: USD, collateral: ETH, oracle: eth, rate: {} }, " + LENT,
                "absorbing-lending: { loan: USD, collateral: [ { asset: ETH, oracle: eth } ], borrow-rate: " + RATE
                        + ", supply-rate: " + RATE + " }, " + LENT);
    }

    static Stage stage(Path folder, String price, String venue, String agent) throws IOException {
        return Stage.of(folder, WORLD.formatted(price, venue, agent));
    }

    static Stage after(int minutes, Stage stage) {
        for (int minute = 0; minute < minutes; minute++) {
            stage.next();
        }
        return stage;
    }

    private static AccountId account(Stage stage) {
        return books(stage).account(stage.scene().account("who/1").get()).get();
    }

    private static MarginView books(Stage stage) {
        return stage.scene().view(0);
    }

    static double health(Stage stage) {
        return books(stage)
                .health(account(stage), Requirement.MAINTENANCE)
                .factor()
                .get()
                .toDouble();
    }

    static double owed(Stage stage) {
        return -books(stage).holding(account(stage), stage.asset("USD")) / 1e6;
    }

    /** Collateral value ÷ what of it is its own, at a price. */
    static double leverage(Stage stage, double price) {
        double held = books(stage)
                .holdings(account(stage))
                .find(each -> each.units() > 0)
                .map(each -> each.units() / 1e9 * price)
                .get();
        return held / (held - owed(stage));
    }
}
