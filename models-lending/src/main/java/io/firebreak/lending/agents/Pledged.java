package io.firebreak.lending.agents;

import io.firebreak.api.agent.AgentView;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.plugin.VenueRef;

/**
 * How a margin account stands against a requirement, and what more collateral or less debt would do: all in base units of the
 * venue's numeraire, as it counts them.
 *
 * @param assets what the account has, weighted
 * @param debts what it owes, weighted
 * @param perCollateral what a base unit of the collateral adds to the one; NaN where that cannot be said
 * @param perDebt what a base unit of the debt adds to the other; NaN where that cannot be said
 */
record Pledged(double assets, double debts, double perCollateral, double perDebt) {
    /** The health that is kept where a loan is drawn or collateral leaves, for a fee on what is drawn and for rounding. */
    static final double SLACK = 1.06;

    private static final long MANY = 1_000_000_000_000L;

    static Pledged of(VenueRef venue, Asset collateral, Asset debt, Requirement requirement, AgentView view) {
        MarginView books = view.venue(venue);
        Asset held = held(venue, collateral, view);
        double perHeld =
                unit(held, books) * weight(held, requirement, books).held().toDouble();
        double perDebt =
                unit(debt, books) * weight(debt, requirement, books).owed().toDouble();
        Health health = view.marginAccount(venue)
                .map(account -> books.health(account, requirement))
                .getOrElse(new Health(0, 0, false));
        return new Pledged(
                health.assets(), health.debts(), perHeld / redeemed(held, collateral, MANY, view) * MANY, perDebt);
    }

    /** What the account holds where an asset was deposited: the venue's claim on it, or the asset itself. */
    private static Asset held(VenueRef venue, Asset deposited, AgentView view) {
        return view.claims(venue)
                .filter(view.venue(venue).assets()::contains)
                .find(claim ->
                        view.redemption(claim, MANY).exists(part -> part.asset().equals(deposited)))
                .getOrElse(deposited);
    }

    private static long redeemed(Asset held, Asset deposited, long units, AgentView view) {
        return held.equals(deposited)
                ? units
                : view.redemption(held, units)
                        .find(part -> part.asset().equals(deposited))
                        .map(Parcel::units)
                        .getOrElse(0L);
    }

    /** Base units of an asset that an account at a venue has from deposits of it. */
    static long deposited(VenueRef venue, AccountId account, Asset asset, AgentView view) {
        Asset held = held(venue, asset, view);
        return redeemed(held, asset, view.venue(venue).holding(account, held), view);
    }

    private static Weight weight(Asset asset, Requirement requirement, MarginView books) {
        return books.weight(asset, requirement).getOrElse(Weight.FULL);
    }

    private static double unit(Asset asset, MarginView books) {
        return books.price(asset)
                .map(price -> price.value().toDouble()
                        * StrictMath.pow(10, books.numeraire().decimals() - asset.decimals()))
                .getOrElse(Double.NaN);
    }

    /** Whether the venue has the prices that it takes to say anything. */
    boolean isPriced() {
        return perCollateral > 0 && perDebt > 0;
    }

    /** What it has ÷ what it owes; infinite without debt. */
    double health() {
        return debts == 0 ? Double.POSITIVE_INFINITY : assets / debts;
    }

    /** Base units of collateral that bring the health to a level. */
    long collateralTo(double health) {
        return (long) StrictMath.ceil(StrictMath.max(0, (health * debts - assets) / perCollateral));
    }

    /** Base units of debt whose repayment brings the health to a level. */
    long repaymentTo(double health) {
        return (long) StrictMath.ceil(StrictMath.max(0, (debts - assets / health) / perDebt));
    }

    /** Base units of debt that may be drawn until the health is down to a level. */
    long roomTo(double health) {
        return (long) StrictMath.max(0, (assets / health - debts) / perDebt);
    }

    /** Base units of collateral that may be taken out until the health is down to a level. */
    long looseAt(double health) {
        return (long) StrictMath.max(0, (assets - health * debts) / perCollateral);
    }

    Pledged withCollateral(long units) {
        return new Pledged(assets + units * perCollateral, debts, perCollateral, perDebt);
    }

    Pledged withDebt(long units) {
        return new Pledged(assets, StrictMath.max(0, debts + units * perDebt), perCollateral, perDebt);
    }
}
