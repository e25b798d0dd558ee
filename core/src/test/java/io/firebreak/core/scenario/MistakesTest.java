package io.firebreak.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each kind of mistake is reported with its place, what would be accepted, and what may have been meant. */
final class MistakesTest {
    private static final ScenarioFolder SOUND = ScenarioFolder.sound();

    private static void assertMistake(ScenarioFolder spoiled, String... parts) {
        assertThat(spoiled.mistakes()).singleElement().asString().contains(parts);
    }

    @Test
    void unknownMechanism() {
        assertMistake(
                SOUND.with("liquidation: hold", "liquidation: { faling-price: {} }"),
                "crash.yaml:32:20: venues.maker.liquidation: 'faling-price' is no known liquidation model",
                "Maybe 'falling-price'",
                "Known are falling-price, hold",
                "--plugins");
    }

    @Test
    void mechanismOfAnotherSocket() {
        assertMistake(
                SOUND.with("liquidation: hold", "liquidation: buffer"), "is a loss model, not a liquidation model");
    }

    @Test
    void wrongUnit() {
        assertMistake(
                SOUND.with("capital: 90 k DAI,", "capital: 90 k DIA,"),
                "crash.yaml:37:44: agents.keepers.keeper.capital: '90 k DIA' has the unit 'DIA'",
                "(ETH, DAI)",
                "Maybe 'DAI'",
                "accepted: a quantity");
        assertMistake(
                SOUND.with("gas-cap: 160 gwei", "gas-cap: 160 wei"),
                "agents.keepers.keeper.gas-cap: '160 wei' has the unit 'wei'; accepted: a number in gwei, at least 0");
        assertMistake(SOUND.with("recovery: 20 min", "recovery: 20 DAI"), "'20 DAI' is not a duration", "'10 min'");
        assertMistake(SOUND.with("recovery: 20 min", "recovery: 20 furlongs"), "has the unit 'furlongs'");
        assertMistake(SOUND.with("min-ratio: 150%", "min-ratio: 150 ETH"), "has the unit 'ETH'; accepted: a ratio");
        assertMistake(SOUND.with("8% per year", "8%"), "'8%' does not say per what; accepted: a rate");
        assertMistake(SOUND.with("4 M USD per 2%", "4 M"), "is not a depth such as '4 M USD per 2%'");
    }

    @Test
    void negativeSize() {
        assertMistake(SOUND.with("capital: 90 k DAI,", "capital: -90 k DAI,"), "'-90 k DAI' is negative; accepted");
        assertMistake(SOUND.with("count: 12", "count: -12"), "'-12' is negative, and below the least value 0");
        assertMistake(SOUND.in("vaults.csv", "570.2911234", "-570"), "vaults.csv:3:22: debt_dai: '-570' is negative");
        assertMistake(SOUND.with("within: 10 min", "within: -10 min"), "'-10 min' is negative");
    }

    @Test
    void outsideTheRange() {
        assertMistake(SOUND.with("min-ratio: 150%", "min-ratio: 90%"), "'90%' is below the least value 100%");
        assertMistake(SOUND.with("count: 12", "count: 1 M"), "'1 M' is above the largest value 1000");
    }

    @Test
    void missingColumn() {
        assertMistake(
                SOUND.with("ETH: collateral_eth", "ETH: colateral_eth"),
                "'colateral_eth' is no column of vaults.csv. Maybe 'collateral_eth'. It has vault, lots");
        assertMistake(
                SOUND.in("eth.csv", "low,close", "low,last"), "crash.yaml:16:", "outside-markets.ETH.path", "eth.csv");
    }

    @Test
    void missingFile() {
        assertMistake(SOUND.with("file: eth.csv", "file: etc.csv"), "crash.yaml:16:34", "'etc.csv' is not there");
    }

    @Test
    void unsortedTimes() {
        assertMistake(
                SOUND.in("eth.csv", "2020-03-12T13:35:00Z", "2020-03-12T13:25:00Z"),
                "eth.csv:3:1: time: '2020-03-12T13:25:00Z' is not after the row before it");
        assertMistake(SOUND.in("eth.csv", "2020-03-12T13:35:00Z", "12 March"), "eth.csv:3:1: time: '12 March'");
    }

    @Test
    void cellThatIsNoNumber() {
        assertMistake(
                SOUND.in("eth.csv", "171,160,165", "171,NaN,165"), "eth.csv:3:30: low: 'NaN' is not a finite number");
        assertMistake(SOUND.in("eth.csv", "171,160,165", "171,1e999,165"), "'1e999' is not a finite number");
        assertMistake(SOUND.in("vaults.csv", "570.2911234", "NaN"), "vaults.csv:3:22: debt_dai: 'NaN' is not a");
        assertMistake(
                SOUND.in("eth.csv", ",171,160,165,", ",171,160,"), "eth.csv:3:1: ", "has 5 cells; the header has 6");
    }

    @Test
    void numberThatIsNone() {
        assertMistake(SOUND.with("gas-cap: 160 gwei", "gas-cap: .nan"), "'.nan' is not a number");
        assertMistake(SOUND.with("gas-cap: 160 gwei", "gas-cap: Infinity"), "'Infinity' is not a number");
        assertMistake(SOUND.with("count: 12", "count: 1.5"), "'1.5' is not a whole number");
    }

    @Test
    void overflow() {
        assertMistake(
                SOUND.with("ceiling: 140 M DAI", "ceiling: 10000 B DAI"),
                "'10000 B DAI' is too large: the largest amount is 9223372036854.775807 DAI");
        assertMistake(
                SOUND.with("[10 ETH,", "[10 B ETH,"), "is too large: the largest amount is 9223372036.854775807 ETH");
        assertMistake(
                SOUND.in("vaults.csv", "856.998709", "1e30"), "vaults.csv:2:10: collateral_eth: '1e30' is too large");
        assertMistake(SOUND.with("100.5 DAI", "0.0000001 DAI"), "has more than the 6 decimals of DAI");
    }

    @Test
    void undeclaredName() {
        assertMistake(SOUND.with("oracle: eth,", "oracle: eht,"), "'eht' is no declared oracle. Maybe 'eth'");
        assertMistake(
                SOUND.with("venues: [ maker ]", "venues: [ makr ]"), "'makr' is no declared venue. Maybe 'maker'");
        assertMistake(SOUND.with("debt: DAI, min", "debt: SAI, min"), "'SAI' is no declared asset. Maybe 'DAI'");
    }

    @Test
    void unknownKey() {
        assertMistake(SOUND.with("shocks:", "shock:"), "crash.yaml:38:1: 'shock' is not known here. Maybe 'shocks'");
        assertMistake(
                SOUND.with("agents.keepers.gas-cap", "agents.keepers.gascap"),
                "crash.yaml:45:17: agents.keepers.keeper: 'gascap' is not known here. Maybe 'gas-cap'");
    }

    @Test
    void duplicateKey() {
        assertMistake(
                SOUND.with("  DAI: {}\n", "  DAI: {}\n  ETH: { decimals: 9 }\n"),
                "crash.yaml:15:3: assets: 'ETH' is there twice, first in line 13");
    }

    @Test
    void missingParameter() {
        assertMistake(
                SOUND.with(", min-ratio: 150%", ""),
                "crash.yaml:21:12: venues.maker.vault: lacks 'min-ratio': a ratio such as",
                "at least 100%, at most 1000%");
    }

    @Test
    void recordThatRefuses() {
        assertMistake(
                SOUND.with("whole: true", "whole: true, manner: smoothly"),
                "crash.yaml:47:57",
                "venues.maker.liquidation.falling-price: a whole lot cannot go smoothly");
    }

    @Test
    void unknownVariantOrWord() {
        assertMistake(SOUND.with("straight:", "strait:"), "'strait' is not one of cliff, straight. Maybe 'straight'");
        assertMistake(
                SOUND.with("impact: gross", "impact: grosss"), "is not one of none, gross, net-of-record", "'gross'");
    }

    @Test
    void patchThatLeadsNowhere() {
        assertMistake(
                SOUND.with("short of capital: { agents.keepers.capital", "short of capital: { agents.kepers.capital"),
                "crash.yaml:44:23: worlds.short of capital: 'agents.kepers.capital' leads nowhere",
                "there is no 'kepers' in 'agents'. Maybe 'agents.keepers.capital'");
    }

    @Test
    void scriptOfWhatIsNotThere() {
        assertMistake(
                SOUND.with("{ repay:", "{ repya:"),
                "crash.yaml:42:43: actions.1.action: 'repya' is not one of",
                "bid, borrow, bundle, deposit",
                ". Maybe 'repay'");
        assertMistake(
                SOUND.with("target: alice", "target: alcie"),
                "crash.yaml:41:71: actions.0.action.kick.target: 'alcie' is no account that a run of this scenario can have"
                        + ". Maybe 'alice'. Known are bob, alice, outside, validators, maker/treasury, ",
                "a wallet is known where it sends an action or stands under 'wallets'");
        assertMistake(
                SOUND.with("kick: { venue: maker", "kick: { venue: makr"),
                "crash.yaml:41:56: actions.0.action.kick.venue: 'makr' is no declared venue. Maybe 'maker'. Declared are maker");
        assertMistake(
                SOUND.with("asset: DAI, quantity", "asset: maker.DAI, quantity"),
                "actions.1.action.repay.asset: 'maker.DAI' is no declared asset",
                "Declared are ETH, DAI");
        assertMistake(SOUND.with("block: 7,", "block: -7,"), "actions.0.block: '-7' is negative, and below the least");
    }

    @Test
    void scriptOfQuantitiesOfAnotherAsset() {
        assertMistake(
                SOUND.with("quantity: 100.5 DAI", "quantity: 100.5 ETH"),
                "actions.1.action.repay.quantity: '100.5 ETH' has the unit 'ETH'; accepted: a quantity",
                "in DAI");
        assertMistake(
                SOUND.with("quantity: 100.5 DAI", "quantity: 100.5 DIA"),
                "actions.1.action.repay.quantity: '100.5 DIA' has the unit 'DIA'; accepted: a quantity",
                "in DAI");
        assertMistake(SOUND.with("quantity: 100.5 DAI", "quantity: -1 DAI"), "'-1 DAI' is negative");
        assertMistake(SOUND.with("quantity: 100.5 DAI", "quantity: 100.5"), "'100.5' is not a whole number");
        assertMistake(
                SOUND.with("quantity: 100.5 DAI", "quantity: { result-of: -1 }"),
                "quantity.result-of: '-1' is negative");
    }

    @Test
    void claimsAreJudgedWhereTheirVenueIsSound() {
        ScenarioFolder claims = SOUND.with("[10 ETH, -1500 DAI]", "[10 ETH, 5 maker.shares]");
        assertMistake(claims, "'5 maker.shares' has the unit 'maker.shares', which is no declared asset (ETH, DAI)");
        assertMistake(claims.with("min-ratio: 150%", "min-ratio: 90%"), "'90%' is below the least value 100%");
    }

    @Test
    void shockWithoutASize() {
        assertMistake(SOUND.with(", move: -30%", ""), "shocks.0: needs a 'move' or a 'factor', one of them");
        assertMistake(SOUND.with("move: -30%", "move: -30%, factor: 0.7"), "one of them");
    }

    @Test
    void nameWithADot() {
        assertMistake(
                SOUND.with("  DAI: {}\n", "  DAI: {}\n  maker.DAI: {}\n"), "assets: 'maker.DAI' is no name: no dots");
    }

    @Test
    void accountsWithoutMargin() {
        assertMistake(
                SOUND.with("agents:\n", "  plain: { pool: { asset: DAI }, liquidation: hold }\nagents:\n"),
                "venues.plain.liquidation: has no place at 'pool'");
    }

    @Test
    void gasInAnAssetOfOtherDecimals() {
        assertMistake(SOUND.with("gas-asset: ETH", "gas-asset: DAI"), "has 6 decimals; gas is paid in billionths");
        assertMistake(SOUND.with("  gas-asset: ETH\n", ""), "lacks 'gas-asset'", "belong together");
    }

    @Test
    void sectionsThatEveryScenarioHas() {
        assertMistake(
                SOUND.with("assets:\n  ETH: { decimals: 9 }\n  DAI: {}\n", ""),
                "crash.yaml:1:1: lacks 'assets'",
                "such as '{ ETH: { decimals: 9 }");
        assertMistake(SOUND.with("assets:\n  ETH: { decimals: 9 }\n  DAI: {}\n", "assets:\n"), "lacks 'assets'");
        String clock = SOUND.files().get("crash.yaml").get().replaceAll("(?s).*\n(clock:.*?)assets:.*", "$1");
        assertMistake(SOUND.with(clock, ""), "crash.yaml:1:1: lacks 'clock'", "block-time: 12 s }'");
    }

    @Test
    void amountThatIsCountedInAnAsset() {
        assertMistake(
                SOUND.with(
                        "actions:\n",
                        "actions:\n  - { block: 0, account: bob, action: { bid: { venue: maker, target: maker/alice,"
                                + " pair: { give: ETH, want: DAI }, pay: all, receive: 2 DAI } } }\n"),
                "'2 DAI' has the unit 'DAI'; accepted: an amount such as '2 ETH', or base units, of ETH");
    }

    @Test
    void recordOfSalesThatIsMissing() {
        assertMistake(SOUND.with("impact: gross", "impact: net-of-record"), "lacks 'record'");
        assertMistake(SOUND.with("[ gross, none ]", "[ net-of-record ]"), "impact-modes: ", "needs a 'record'");
    }

    @Test
    void yamlBomb() {
        StringBuilder levels = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int level = 1; level < 24; level++) {
            levels.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }
        assertMistake(SOUND.with("seeds: 3", levels + "seeds: 3"), "grows to more than 1000000 values");
        assertMistake(SOUND.with("seeds: 3", "a: &a [*a]\nseeds: 3"), "contains itself through an alias");
        assertMistake(SOUND.with("seeds: 3", "seeds: " + "[".repeat(100) + "]".repeat(100)), "40 levels");
        assertMistake(SOUND.with("seeds: 3", "seeds: 3 # " + "x".repeat(4_000_000)), "characters; at most 3145728");
    }

    @Test
    void noYamlAtAll() {
        assertMistake(SOUND.with("seeds: 3", "seeds: [3"), "crash.yaml:4:7: ", "is no YAML");
        assertThat(new ScenarioFolder(SOUND.files().put("crash.yaml", "")).mistakes())
                .singleElement()
                .asString()
                .startsWith("crash.yaml:1:1: is empty");
        assertThat(new ScenarioFolder(SOUND.files().put("crash.yaml", "just words")).mistakes())
                .singleElement()
                .asString()
                .contains("is not a map with scenario, title");
        assertThat(new ScenarioFolder(SOUND.files().remove("crash.yaml")).mistakes())
                .singleElement()
                .asString()
                .contains("is not there");
    }

    @Test
    void severalAtOnceInTheOrderOfTheirPlaces() {
        ScenarioFolder spoiled = SOUND.with("capital: 90 k DAI,", "capital: -90 k DAI,")
                .with("seeds: 3", "seeds: none")
                .with("liquidation: hold", "liquidation: hodl")
                .with("oracle: eth,", "oracle: eht,")
                .with("with a halt: { venues.maker", "with a halt: { venues.makr")
                .in("eth.csv", "171,160,165", "171,NaN,165")
                .in("vaults.csv", "856.998709", "many");
        assertThat(spoiled.mistakes().map(each -> each.replaceFirst("^(\\w+\\.\\w+:\\d+):.*", "$1")))
                .containsExactly(
                        "crash.yaml:3",
                        "crash.yaml:21",
                        "crash.yaml:32",
                        "crash.yaml:37",
                        "crash.yaml:48",
                        "eth.csv:3",
                        "vaults.csv:2");
    }
}
