package io.firebreak.lending.cdp;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;

/**
 * Debt in an asset that the venue itself issues: one pool, which is negative in it by the sum of the debts, and of which each
 * account owes its shares.
 *
 * <p>Shares are rounded up when debt is drawn and down when it is repaid, so that no sequence of actions makes debt smaller
 * than what was drawn.
 *
 * @param debt what is issued, and counts as one of the numeraire
 */
public record IssuedDebt(Asset debt) {
    private static final String POOL = "debt-pool";
    private static final String SHARES = "debt";

    public Plan plan() {
        return Plan.empty()
                .own(POOL, debt)
                .claim(SHARES, debt.decimals(), Plan.Kind.DEBT)
                .issuerOf(debt);
    }

    public Leg leg(VenueView view) {
        return new Leg.SharedDebt(debt, view.issued(SHARES), pool(view), new PriceSource.Unit());
    }

    public AccountId pool(VenueView view) {
        return view.own(POOL);
    }

    /** What all accounts owe together. */
    public long total(VenueView view) {
        return Math.max(0, -view.balance(pool(view), debt));
    }

    public long owed(AccountId account, VenueView view) {
        return Math.max(0, -view.holding(account, debt));
    }

    /** Issues {@code units} to somebody; the account owes them. */
    public <S> Step<S> draw(Step<S> step, AccountId account, AccountId to, long units, VenueView view) {
        long total = total(view);
        Asset shares = view.issued(SHARES);
        long issued = view.balance(pool(view), shares);
        return step.move(pool(view), to, debt, units)
                .move(
                        account,
                        pool(view),
                        shares,
                        total == 0 || issued == 0 ? units : Exact.mulDivUp(units, issued, total));
    }

    /**
     * What an account still owes once so much less than all was repaid: a little more than the difference, where shares are
     * worth more than a unit each.
     *
     * @param others base units that others repaid before in the same step, all they owed
     * @param theirs the shares for it
     */
    public long owedAfter(AccountId account, long units, long others, long theirs, VenueView view) {
        long all = view.balance(pool(view), view.issued(SHARES));
        long redeemed = Exact.mulDivDown(units, all, total(view));
        return Exact.mulDivUp(shares(account, view) - redeemed, total(view) - others - units, all - theirs - redeemed);
    }

    public long shares(AccountId account, VenueView view) {
        return -view.balance(account, view.issued(SHARES));
    }

    /** Takes {@code units} back from somebody; the account owes so much less, and nothing where it is all. */
    public <S> Step<S> repay(Step<S> step, AccountId account, AccountId from, long units, VenueView view) {
        Asset shares = view.issued(SHARES);
        long redeemed = units == owed(account, view)
                ? shares(account, view)
                : Exact.mulDivDown(units, view.balance(pool(view), shares), total(view));
        return step.move(from, pool(view), debt, units).move(pool(view), account, shares, redeemed);
    }
}
