package io.firebreak.core.engine;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Exact;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.IntList;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.book.Ledger;

/** Moves what accounts and lots of a venue hold and owe, each leg by its kind. */
final class Positions {
    private final Desk<?> desk;
    private final World world;
    private final Ledger ledger;

    Positions(Desk<?> desk) {
        this.desk = desk;
        world = desk.world;
        ledger = world.ledger;
    }

    /** The leg of an asset; a broken law where the venue has none. */
    Leg leg(Asset asset) {
        Leg leg = desk.book().leg(asset);
        if (leg == null) {
            throw new LawBroken(Law.SEIZE_WITHIN_HOLDINGS, asset + " is no leg of " + desk.name());
        }
        return leg;
    }

    /** Moves part of a debt from one account of the venue to another, the shares rounded down. */
    void moveDebt(int from, int to, Leg leg, long units, long owed) {
        if (leg instanceof Leg.SharedDebt debt) {
            long shares = -ledger.balance(debt.shares().index(), from);
            long moved = part(shares, units, owed);
            ledger.post(to, from, debt.shares().index(), moved);
        } else {
            ledger.post(to, from, leg.asset().index(), units);
        }
    }

    /** The shares that stand for part of a debt, rounded down: all of them for all of it. */
    private static long part(long shares, long units, long owed) {
        if (units == owed) {
            return shares;
        }
        return shares == owed ? units : Exact.mulDivDown(shares, units, owed);
    }

    /**
     * Hands a target what it wants: a debt is repaid, anything else is delivered.
     *
     * @param roundings repayments and shortfalls of the same ruling, which sees the debts as they were before them: each may
     *     have rounded this one down
     */
    void repay(int target, int giver, Leg wanted, long ordered, long roundings) {
        if (ordered == 0) {
            return;
        }
        if (wanted instanceof Leg.SharedDebt debt) {
            long owed = -desk.book().holding(target, debt.asset());
            if (ordered > owed + roundings * rounding(debt)) {
                throw new LawBroken(
                        Law.REPAY_WITHIN_DEBT,
                        "repays " + debt.asset().show(ordered) + " of "
                                + debt.asset().show(owed));
            }
            long units = Math.min(ordered, owed);
            long shares = -ledger.balance(debt.shares().index(), target);
            long repaid = part(shares, units, owed);
            ledger.post(giver, debt.pool().index(), debt.asset().index(), units);
            ledger.post(debt.pool().index(), target, debt.shares().index(), repaid);
        } else {
            ledger.post(giver, target, wanted.asset().index(), ordered);
        }
    }

    /**
     * What a repayment would leave of a debt only because those before it in the same ruling were rounded; 0 where it leaves
     * nothing, or more than that.
     */
    long roundedUp(int target, Leg wanted, long ordered, long roundings) {
        if (roundings > 0 && wanted instanceof Leg.SharedDebt debt) {
            long left = -desk.book().holding(target, debt.asset()) - ordered;
            return left > 0 && left <= roundings * rounding(debt) ? left : 0;
        }
        return 0;
    }

    /** By how much a fill of one debt can lower what another owes: a share that was not taken for a part, and a unit more. */
    private long rounding(Leg.SharedDebt debt) {
        long total = -ledger.balance(debt.asset().index(), debt.pool().index());
        long issued = ledger.balance(debt.shares().index(), debt.pool().index());
        return 2 + (issued == 0 ? 0 : Math.max(0, total) / issued);
    }

    /** Whether there is anything left that could be given. */
    boolean holdAnything(int account) {
        for (Leg leg : desk.book().legs()) {
            if (!(leg instanceof Leg.SharedDebt) && ledger.balance(leg.asset().index(), account) > 0) {
                return true;
            }
            if (leg instanceof Leg.Contract && ledger.balance(leg.asset().index(), account) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Books what an account with nothing left still owes as the venue's shortfall. */
    void missing(int account) {
        for (Leg leg : desk.book().legs()) {
            if (leg instanceof Leg.SharedDebt debt) {
                long owed = -desk.book().holding(account, debt.asset());
                if (owed > 0) {
                    long shares = -ledger.balance(debt.shares().index(), account);
                    long total =
                            -ledger.balance(debt.asset().index(), debt.pool().index());
                    long cleared = Math.min(owed, total);
                    ledger.post(debt.pool().index(), account, debt.shares().index(), shares);
                    ledger.post(
                            desk.shortfall, debt.pool().index(), debt.asset().index(), cleared);
                    shortfall(account, debt.asset(), cleared);
                }
            } else if (leg instanceof Leg.Quote quote) {
                long owed = -ledger.balance(quote.asset().index(), account);
                if (owed > 0) {
                    ledger.post(
                            quote.counterparty().index(), account, quote.asset().index(), owed);
                    ledger.post(
                            desk.shortfall,
                            quote.counterparty().index(),
                            quote.settlesIn().index(),
                            owed);
                    shortfall(account, quote.settlesIn(), owed);
                }
            }
        }
    }

    /**
     * Shares what a lot holds, and a part of the venue's shortfall, out to the venue's margin accounts but the one it was
     * seized from, each as much of all as it holds of {@code by}: of holdings rounded down, of the debt, in shares, up.
     *
     * @return whether anybody holds any; otherwise nothing happens
     */
    boolean shareOut(int estate, Parcel missing, Asset by) {
        IntList heirs = new IntList();
        long whole = 0;
        for (int account = 0; account < world.accounts.size(); account++) {
            if (world.accounts.kind(account) == Accounts.Kind.MARGIN
                    && world.accounts.venue(account) == desk.number
                    && account != world.accounts.owner(estate)
                    && desk.book().holding(account, by) > 0) {
                heirs.add(account);
                whole = Math.addExact(whole, desk.book().holding(account, by));
            }
        }
        if (whole == 0) {
            return false;
        }
        long[] weights = new long[heirs.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = desk.book().holding(heirs.get(i), by);
        }
        for (Leg leg : desk.book().legs()) {
            long held = desk.book().holding(estate, leg.asset());
            for (int i = 0; held > 0 && i < weights.length; i++) {
                long part = Exact.mulDivDown(held, weights[i], whole);
                ledger.post(estate, heirs.get(i), leg.asset().index(), part);
            }
        }
        Leg.SharedDebt debt = debt(missing.asset());
        int pool = debt.pool().index();
        int asset = debt.asset().index();
        long most = Math.min(missing.units(), Math.max(0, -ledger.balance(asset, desk.shortfall)));
        long total = Math.max(0, -ledger.balance(asset, pool));
        long issued = ledger.balance(debt.shares().index(), pool);
        long shares = total == 0 || issued == 0 ? most : Exact.mulDivUp(most, issued, total);
        ledger.post(pool, desk.shortfall, asset, most);
        for (int i = 0; i < weights.length; i++) {
            long part = Exact.mulDivUp(shares, weights[i], whole);
            ledger.post(heirs.get(i), pool, debt.shares().index(), part);
        }
        return true;
    }

    private Leg.SharedDebt debt(Asset asset) {
        if (leg(asset) instanceof Leg.SharedDebt debt) {
            return debt;
        }
        throw new LawBroken(Law.SEIZE_WITHIN_HOLDINGS, "nobody can owe " + asset + " at " + desk.name());
    }

    private void shortfall(int account, Asset asset, long units) {
        world.event(Event.Kind.SHORTFALL, desk.number, account, desk.shortfall, asset.index(), units);
    }
}
