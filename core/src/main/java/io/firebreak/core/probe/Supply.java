package io.firebreak.core.probe;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;

/** What the accounts that owe an asset owe of it when a run ends: what all others hold. */
@About("How much of an asset there is when the run ends.")
public record Supply(@Parameter("which asset") Asset asset) implements Metric<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Nothing observe(Nothing state, Event event, RunView view) {
        return state;
    }

    @Override
    public double value(Nothing state, RunView view) {
        double owed = 0;
        for (int account = 0; account < view.accounts(); account++) {
            owed -= Math.min(0, asset.wholeAsDouble(view.balance(new AccountId(account), asset)));
        }
        return owed;
    }

    @Override
    public String unit() {
        return asset.symbol();
    }

    @Override
    public Better better() {
        return Better.NEITHER;
    }
}
