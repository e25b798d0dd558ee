package io.firebreak.perp;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;

/**
 * A trader's margin account at a {@link PoolPerp}, as signed holdings in the order of the venue's legs.
 *
 * @param margin collateral
 * @param contracts long if positive
 * @param quote the money leg: what the contracts cost, negative; what a short received, positive
 * @param size what the position was worth when it was entered, on which it pays funding; the account holds minus that many
 *     units of the claim {@code size}, priced at the funding counter
 * @param prepaid {@code size ·} the counter when funding was last paid: what accrued since is {@code size · counter −
 *     prepaid}
 */
record Position(long margin, long contracts, long quote, long size, long prepaid) {

    static final int MARGIN = 0;
    static final int CONTRACTS = 1;
    static final int QUOTE = 2;
    static final int SIZE = 3;
    static final int PREPAID = 4;
    static final int LEGS = 5;

    static Position of(AccountId account, Asset collateral, VenueView view) {
        return new Position(
                view.balance(account, collateral),
                view.balance(account, view.issued(PoolPerp.CONTRACT)),
                view.balance(account, view.issued(PoolPerp.QUOTE)),
                -view.balance(account, view.issued(PoolPerp.SIZE)),
                view.balance(account, view.issued(PoolPerp.PREPAID)));
    }

    boolean open() {
        return contracts != 0;
    }

    Position withMargin(long units) {
        return new Position(units, contracts, quote, size, prepaid);
    }

    /** Funding accrued since it was last paid. */
    long funding(Decimal counter) {
        return Exact.timesUp(size, counter) - prepaid;
    }

    /** Adds contracts for {@code notional}; {@code bought} is signed. */
    Position increased(long bought, long notional) {
        return new Position(
                margin,
                Math.addExact(contracts, bought),
                bought > 0 ? Math.subtractExact(quote, notional) : Math.addExact(quote, notional),
                Math.addExact(size, notional),
                prepaid);
    }

    /** Without the share {@code part ÷ |contracts|} of everything but the margin. */
    Position reduced(long part) {
        long whole = Math.abs(contracts);
        long share = Exact.mulDivDown(Math.abs(quote), part, whole);
        return new Position(
                margin,
                contracts > 0 ? contracts - part : contracts + part,
                quote > 0 ? quote - share : quote + share,
                size - Exact.mulDivDown(size, part, whole),
                prepaid);
    }

    /** Funding paid up to the counter. */
    Position paidUp(Decimal counter) {
        return new Position(margin, contracts, quote, size, Exact.timesUp(size, counter));
    }

    /** The postings of the claims from here to there, against the pool; the margin is moved by who knows its payee. */
    <S> Step<S> claimsTo(Position next, Step<S> step, AccountId account, AccountId pool, VenueView view) {
        Step<S> moved = shift(step, pool, account, view.issued(PoolPerp.CONTRACT), next.contracts - contracts);
        moved = shift(moved, pool, account, view.issued(PoolPerp.QUOTE), next.quote - quote);
        moved = shift(moved, pool, account, view.issued(PoolPerp.SIZE), size - next.size);
        return shift(moved, pool, account, view.issued(PoolPerp.PREPAID), next.prepaid - prepaid);
    }

    /** Moves signed units. */
    static <S> Step<S> shift(Step<S> step, AccountId from, AccountId to, Asset asset, long units) {
        return units >= 0 ? step.move(from, to, asset, units) : step.move(to, from, asset, -units);
    }
}
