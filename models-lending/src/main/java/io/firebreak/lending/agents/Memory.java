package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Receipt;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What a keeper remembers.
 *
 * @param pending targets with an action of its own on the way
 * @param leading lots whose best bid was its own when it last looked
 * @param stock what it received and has not sold, oldest first
 * @param allowance kicks it may send now; grows with time
 * @param allowedMillis until when the allowance has been counted; negative before the first time
 */
public record Memory(
        TreeMap<AccountId, Awaited> pending,
        TreeSet<AccountId> leading,
        Vector<Batch> stock,
        double allowance,
        long allowedMillis) {
    public static final Memory NONE = new Memory(TreeMap.empty(), TreeSet.empty(), Vector.empty(), 0, -1);

    /**
     * An action on the way.
     *
     * @param locked base units of capital it needs
     * @param leads whether it makes its keeper the leader of an auction
     */
    public record Awaited(long locked, boolean leads) {}

    /**
     * Something received at one time.
     *
     * @param dueMillis when it may be sold; {@link Long#MAX_VALUE}: the sale is on the way
     */
    public record Batch(Asset asset, long units, long dueMillis) {
        Batch sent() {
            return new Batch(asset, units, Long.MAX_VALUE);
        }
    }

    /** Draws the conclusions from what became of its actions. */
    Memory learn(Seq<Receipt> receipts) {
        return receipts.foldLeft(this, Memory::learn);
    }

    private Memory learn(Receipt receipt) {
        Action action = receipt.submission().action();
        boolean done = receipt.result().isRight();
        if (action instanceof Action.MarketOrder order) {
            return sold(order.give(), done);
        }
        if (action instanceof Action.Swap swap) {
            return sold(swap.give(), done);
        }
        AccountId target = new AccountId((int) receipt.submission().label());
        Option<Awaited> awaited = pending.get(target);
        if (awaited.isEmpty() || action instanceof Action.Kick || action instanceof Action.Restart) {
            return this;
        }
        TreeSet<AccountId> leads = leading;
        if (done && action instanceof Action.Settle) {
            leads = leading.remove(target);
        } else if (done && awaited.get().leads()) {
            leads = leading.add(target);
        }
        return new Memory(pending.remove(target), leads, stock, allowance, allowedMillis);
    }

    /** A sale that went through leaves the stock; one that was refused is due again. */
    private Memory sold(Asset asset, boolean done) {
        return stock.find(batch -> batch.asset().equals(asset) && batch.dueMillis() == Long.MAX_VALUE)
                .map(batch -> replace(batch, done ? Option.none() : Option.some(new Batch(asset, batch.units(), 0))))
                .getOrElse(this);
    }

    /** What the wallet holds beyond the stock has just arrived. */
    Memory receive(Asset asset, long there, long dueMillis) {
        long known = stock.foldLeft(0L, (sum, batch) -> batch.asset().equals(asset) ? sum + batch.units() : sum);
        return there > known ? withStock(stock.append(new Batch(asset, there - known, dueMillis))) : this;
    }

    Seq<Batch> due(Asset asset, long now) {
        return stock.filter(batch -> batch.asset().equals(asset) && batch.dueMillis() <= now);
    }

    Memory replace(Batch batch, Option<Batch> by) {
        int at = stock.indexOf(batch);
        return withStock(by.map(next -> stock.update(at, next)).getOrElse(() -> stock.removeAt(at)));
    }

    /** When the next sale is due; {@link Long#MAX_VALUE} where nothing waits. */
    long nextSaleMillis() {
        return stock.foldLeft(Long.MAX_VALUE, (next, batch) -> Math.min(next, batch.dueMillis()));
    }

    private Memory withStock(Vector<Batch> next) {
        return new Memory(pending, leading, next, allowance, allowedMillis);
    }

    boolean isPending(AccountId target) {
        return pending.containsKey(target);
    }

    long committed() {
        return pending.foldLeft(0L, (sum, entry) -> sum + entry._2.locked());
    }

    Memory await(AccountId target, long locked, boolean leads) {
        return new Memory(pending.put(target, new Awaited(locked, leads)), leading, stock, allowance, allowedMillis);
    }

    boolean leads(AccountId lot) {
        return leading.contains(lot);
    }

    Memory outbid(AccountId lot) {
        return new Memory(pending, leading.remove(lot), stock, allowance, allowedMillis);
    }

    /** Counts the allowance up to now; at most a minute's is saved up, and at least one whole kick. */
    Memory allow(double perMinute, long now) {
        double grown = allowedMillis < 0 ? perMinute : allowance + perMinute * (now - allowedMillis) / 60_000;
        double most = perMinute == 0 ? 0 : Math.max(1, perMinute);
        return new Memory(pending, leading, stock, Math.min(most, grown), now);
    }

    int kicksAllowed() {
        return (int) allowance;
    }

    Memory kicked() {
        return new Memory(pending, leading, stock, allowance - 1, allowedMillis);
    }
}
