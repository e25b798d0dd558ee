package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What an agent sends in one block: each with a fee that finds space and is within its cap, as long as its gas lasts. */
final class Outbox {
    /** The price of the next block is known to about so much. */
    private static final double HEADROOM = 1.05;

    private final AgentView view;
    private final Option<Asset> gasAsset;
    private final double cap;
    private long gasLeft;
    private List<Submission> sent = List.empty();

    Outbox(AgentView view, Option<Decimal> gasCap) {
        this.view = view;
        gasAsset = view.gasAsset();
        cap = gasCap.map(Decimal::toDouble).getOrElse(Double.POSITIVE_INFINITY);
        gasLeft = gasAsset.map(asset -> view.balance(view.self(), asset)).getOrElse(Long.MAX_VALUE);
    }

    /** What it offers to outbid a share of the rest of the world; none where that is above its cap. */
    Option<Long> fee(Ratio percentile) {
        if (gasAsset.isEmpty()) {
            return Option.some(0L);
        }
        double price = view.gasPrice(percentile.value().toDouble());
        return price > cap
                ? Option.none()
                : Option.some((long) Math.max(Math.ceil(price), Math.floor(Math.min(cap, price * HEADROOM))));
    }

    /** What gas costs at a fee, in base units of an asset, at outside prices. */
    double cost(long gas, long fee, Asset in) {
        if (fee == 0 || gasAsset.isEmpty()) {
            return 0;
        }
        Asset paid = gasAsset.get();
        return paid.wholeAsDouble(gas * fee) * view.worth(paid) / view.worth(in) / in.wholeAsDouble(1);
    }

    /** Sends it, where the gas can be paid. */
    boolean send(Action action, long fee, AccountId about) {
        long cost = action.gas() * fee;
        if (cost > gasLeft) {
            return false;
        }
        gasLeft -= cost;
        sent = sent.prepend(new Submission(action, fee, 1, about.index()));
        return true;
    }

    /** Sends some steps as one, where there are any, a fee is within its cap and the gas can be paid. */
    boolean send(Seq<Action> steps, Ratio percentile) {
        Action action = steps.size() == 1 ? steps.head() : new Action.Bundle(steps);
        return steps.nonEmpty() && fee(percentile).exists(fee -> send(action, fee, view.self()));
    }

    Seq<Submission> submissions() {
        return sent.reverse();
    }
}
