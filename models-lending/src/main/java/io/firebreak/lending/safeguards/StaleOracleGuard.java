package io.firebreak.lending.safeguards;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesMaxAge;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.api.view.Price;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;

/**
 * Stops what needs a price where the venue has none that is young enough: borrowing, trading, withdrawals by whoever owes
 * something, and liquidations.
 *
 * <p>The prices asked about are those of what the account holds and owes, and of what it asks for: a price that stands still
 * elsewhere stops nobody. Age counts from when a price was observed. Repayments and deposits are never stopped, lots are sold
 * on, and who owes nothing takes out what is there.
 */
@About(
        value = "Stops borrowing, trading, risky withdrawals and liquidations on prices that are too old.",
        follows = "Aave v3, PriceOracleSentinel.sol: isBorrowAllowed, isLiquidationAllowed",
        simplifies =
                "goes by the age of each price instead of the word of a sequencer's feed; no grace period after it,"
                        + " which a liquidation model gives")
public record StaleOracleGuard(
        @Parameter(
                        value = "a price that was observed longer ago is too old",
                        preset = "4 h",
                        min = "1 s",
                        source = "Liquity v1, PriceFeed.sol: TIMEOUT")
                Duration maxAge)
        implements Safeguard<Nothing>, StatesMaxAge {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Nothing observe(Nothing state, MarginView view) {
        return state;
    }

    @Override
    public Verdict judge(Nothing state, Proposal proposal, MarginView view) {
        for (Asset asset : needed(proposal, view)) {
            if (view.assets().contains(asset) && isStale(asset, view)) {
                return new Verdict.Stop("no price of " + asset + " is younger than " + maxAge);
            }
        }
        return Verdict.ALLOW;
    }

    private boolean isStale(Asset asset, MarginView view) {
        return view.price(asset)
                .map(Price::observedMillis)
                .forAll(observed -> view.block().timeMillis() - observed > maxAge.toMillis());
    }

    /** The assets whose prices it takes to do it. */
    private static Seq<Asset> needed(Proposal proposal, MarginView view) {
        if (proposal instanceof Proposal.Liquidation step) {
            return step.begins() || step.call() instanceof Call.Restart
                    ? assets(step.call().target(), view)
                    : List.empty();
        }
        if (!(proposal instanceof Proposal.UserAction user)) {
            return List.empty();
        }
        Seq<AccountId> account = view.account(user.sender()).toList();
        Seq<Asset> held = account.flatMap(each -> assets(each, view));
        if (user.action() instanceof Action.Borrow borrow) {
            return held.append(borrow.asset());
        }
        if (user.action() instanceof Action.Trade trade) {
            return held.append(trade.contract());
        }
        boolean owes = account.exists(each -> view.exposure(each).isDefined());
        return user.action() instanceof Action.Withdraw && owes ? held : List.empty();
    }

    private static Seq<Asset> assets(AccountId account, MarginView view) {
        return view.holdings(account).map(Parcel::asset);
    }
}
