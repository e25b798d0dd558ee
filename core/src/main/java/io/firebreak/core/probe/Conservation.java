package io.firebreak.core.probe;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.metric.Invariant;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/** The balances of every asset sum to zero, to the last unit: the engine's first law, read off the books by an outsider. */
@About("The balances of every asset sum to zero over all accounts, to the last unit.")
public record Conservation() implements Invariant {
    @Override
    public Seq<String> breaches(RunView view) {
        List<String> breaches = List.empty();
        for (Asset asset : view.assets()) {
            BigInteger sum = BigInteger.ZERO;
            for (int account = 0; account < view.accounts(); account++) {
                sum = sum.add(BigInteger.valueOf(view.balance(new AccountId(account), asset)));
            }
            if (sum.signum() != 0) {
                breaches = breaches.append(asset + " sums to " + sum + " base units");
            }
        }
        return breaches;
    }
}
