package io.firebreak.lending.stability;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.math.BigInteger;

/**
 * What a stability pool remembers.
 *
 * @param deposits by wallet
 */
public record Depositors(ProductSum sums, TreeMap<AccountId, ProductSum.Deposit> deposits) {
    static final Depositors NONE = new Depositors(ProductSum.EMPTY, TreeMap.empty());

    /** What a wallet put in when it last did anything here: as many receipts it has. */
    long recorded(AccountId wallet) {
        return deposit(wallet).map(deposit -> deposit.units().longValueExact()).getOrElse(0L);
    }

    /** What is left of it: what was carried past a deposit that was renewed may be a unit more than there is. */
    long left(AccountId wallet) {
        return deposit(wallet)
                .map(deposit -> sums.left(deposit).min(sums.total()).longValueExact())
                .getOrElse(0L);
    }

    /** The collateral that it has gained since. */
    long gained(AccountId wallet) {
        return deposit(wallet)
                .map(deposit -> sums.gained(deposit).longValueExact())
                .getOrElse(0L);
    }

    private Option<ProductSum.Deposit> deposit(AccountId wallet) {
        return deposits.get(wallet);
    }

    /** After the wallet has taken its gain, and added to what is left of its deposit, or withdrawn of it. */
    Depositors change(AccountId wallet, long units) {
        BigInteger now = BigInteger.valueOf(Math.addExact(left(wallet), units));
        ProductSum next = sums.with(BigInteger.valueOf(units));
        return new Depositors(
                next, now.signum() == 0 ? deposits.remove(wallet) : deposits.put(wallet, next.deposit(now)));
    }

    Depositors pay(long units, long received) {
        return new Depositors(sums.pay(BigInteger.valueOf(units), BigInteger.valueOf(received)), deposits);
    }
}
