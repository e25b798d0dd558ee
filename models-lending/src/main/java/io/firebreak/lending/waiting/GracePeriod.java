package io.firebreak.lending.waiting;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StatesWindow;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import java.time.Duration;

/**
 * Gives the owner of an unsafe account a declared time to repay or to add to it, and then lets another model liquidate it.
 * The time counts from the block in which the account was seen unsafe, which is announced by the event; one that is cured in
 * between has the whole time again when it becomes unsafe anew.
 */
@About(
        value =
                "Gives the owner of an unsafe account a declared time to repay first; then another model liquidates it.",
        follows = "Aave v3.1, PriceOracleSentinel.sol and setLiquidationGracePeriod: no liquidation within the period",
        simplifies = "a period of each account's own, where Aave's is one of a reserve after an outage")
public record GracePeriod(
        @Parameter(
                        value = "how long the owner has",
                        preset = "1 h",
                        min = "0 s",
                        source = "Aave v3 on Arbitrum and Optimism: grace period of the sequencer oracle")
                Duration window,
        @Parameter(value = "who liquidates afterwards", preset = "fixed-spread") LiquidationModel<?> then)
        implements Gate, StatesWindow {
    @Override
    public boolean lets(AccountId account, Wait wait, MarginView view) {
        return view.block().timeMillis() - wait.sinceMillis() >= window.toMillis();
    }
}
