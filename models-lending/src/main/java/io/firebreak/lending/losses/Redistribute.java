package io.firebreak.lending.losses;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.SharesOut;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;

/**
 * Shares what forfeited accounts held and owed out to all other accounts, each as much of it as it holds of their collateral.
 *
 * <p>An account of 3 ETH beside one of 1 ETH takes three quarters of collateral and debt alike. What is missing goes with the
 * first estate; where no other account holds its collateral, it stays for the next layer. The order of collateral ratios
 * stays what it was.
 */
@About(
        value =
                "The other borrowers take collateral and debt of forfeited accounts over, in proportion to their collateral.",
        follows = "Liquity v1 b9dcdbd3: TroveManager.sol, redistributeDebtAndColl",
        simplifies =
                "shared out at once instead of through running sums, by the collateral of that moment, which corrected"
                        + " stakes stand for there; what does not divide of the collateral goes to the treasury")
public record Redistribute() implements LossModel<Nothing>, SharesOut {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    /** The engine knows who is there, and shares out no more than is still missing. */
    @Override
    public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
        Bearing<Nothing> bearing = Bearing.of(state, Outcome.EXHAUSTED);
        for (AccountId estate : shortfall.estates()) {
            for (Parcel held : view.holdings(estate).headOption()) {
                bearing = bearing.then(new Order.ShareOut(estate, shortfall.missing(), held.asset()));
            }
        }
        return bearing;
    }
}
