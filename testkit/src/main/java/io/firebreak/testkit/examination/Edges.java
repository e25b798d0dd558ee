package io.firebreak.testkit.examination;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import java.util.BitSet;
import java.util.EnumMap;

/** Counts the edges that a run met, a block at most once each. */
final class Edges {
    private final EnumMap<Edge, Integer> counts = new EnumMap<>(Edge.class);
    private final BitSet wasUnsafe = new BitSet();
    private double[] before = new double[0];

    void refused(Rejection rejection) {
        met(Edge.REFUSED, true);
        met(Edge.STOPPED, rejection.reason() == Reason.STOPPED);
    }

    /** Looks at accounts before they are ruled on: afterwards they may be safe. */
    void before(Deed deed, Scene scene) {
        if (deed instanceof Deed.Rule rule) {
            accounts(rule.venue(), scene);
        }
    }

    /** Looks around when a block has begun, and when it is over. */
    void after(Deed deed, Scene scene) {
        if (deed instanceof Deed.Opening) {
            market(scene);
        } else if (deed instanceof Deed.Act act) {
            action(act, scene);
        } else if (deed instanceof Deed.Closing) {
            for (int venue = 0; venue < scene.venues(); venue++) {
                if (scene.hasMargin(venue) && scene.isPriced(venue)) {
                    accounts(venue, scene);
                    prices(venue, scene);
                }
            }
        }
    }

    Map<Edge, Integer> counts() {
        Map<Edge, Integer> all = TreeMap.empty();
        for (Edge edge : Edge.values()) {
            all = all.put(edge, counts.getOrDefault(edge, 0));
        }
        return all;
    }

    private void met(Edge edge, boolean whether) {
        counts.merge(edge, whether ? 1 : 0, Integer::sum);
    }

    private void action(Deed.Act act, Scene scene) {
        Action action = act.action();
        met(Edge.PROVIDED, action instanceof Action.Provide);
        met(Edge.SWAPPED, action instanceof Action.Swap);
        met(Edge.CROSSED, action instanceof Action.Lock);
        met(Edge.REPAID, action instanceof Action.Repay);
        met(Edge.REDEEMED, action instanceof Action.Redeem redeem && scene.balance(act.sender(), redeem.shares()) == 0);
        met(
                Edge.GIVEN,
                action instanceof Action.Transfer gift && scene.kind(gift.to().index()) == Accounts.Kind.OWN);
    }

    private void market(Scene scene) {
        int assets = scene.assetCount();
        double[] now = new double[assets];
        boolean cliff = false;
        for (int asset = 0; asset < assets; asset++) {
            now[asset] = scene.worth(scene.asset(asset));
            cliff |= asset < before.length && Math.abs(now[asset] / before[asset] - 1) > 0.2;
        }
        met(Edge.CLIFF, cliff);
        before = now;
        met(Edge.ZERO_DEPTH, scene.markets().exists(market -> market.depthValue() == 0));
    }

    private void accounts(int venue, Scene scene) {
        MarginView view = scene.view(venue);
        long dust = view.numeraire().unitsDown(Decimal.ONE);
        int unsafe = 0;
        boolean cured = false;
        boolean underWater = false;
        boolean small = false;
        boolean barelyUnsafe = false;
        boolean barelySafe = false;
        for (int account = 0; account < scene.accounts(); account++) {
            if (scene.venueOf(account) != venue || scene.kind(account) != Accounts.Kind.MARGIN) {
                continue;
            }
            AccountId id = scene.id(account);
            Health health = view.health(id, Requirement.MAINTENANCE);
            if (health.debts() == 0) {
                continue;
            }
            boolean now = scene.isUnsafe(account);
            unsafe += now ? 1 : 0;
            cured |= !now && wasUnsafe.get(account);
            wasUnsafe.set(account, now);
            double gap = (double) health.assets() / health.debts() - 1;
            barelyUnsafe |= now && gap > -0.001;
            barelySafe |= !now && gap < 0.001;
            underWater |= now && gap < -0.35;
            small |= health.debts() < dust;
        }
        met(Edge.UNSAFE, unsafe > 0);
        met(Edge.SEVERAL_UNSAFE, unsafe > 1);
        met(Edge.CURED, cured);
        met(Edge.BARELY_UNSAFE, barelyUnsafe);
        met(Edge.BARELY_SAFE, barelySafe);
        met(Edge.UNDER_WATER, underWater);
        met(Edge.DUST, small);
    }

    private void prices(int venue, Scene scene) {
        MarginView view = scene.view(venue);
        double unit = scene.worth(view.numeraire());
        boolean stale = false;
        boolean wild = false;
        for (Asset asset : view.assets()) {
            for (Price price : view.price(asset)) {
                stale |= scene.block().timeMillis() - price.observedMillis()
                        > 2 * scene.view(venue).stepMillis();
                wild |= !isNearAny(price.value().toDouble() * (Double.isNaN(unit) ? 1 : unit), scene);
            }
        }
        met(Edge.STALE, stale);
        met(Edge.WILD, wild);
    }

    /** Whether anything is worth about that much outside: a contract has no market of its own. */
    private static boolean isNearAny(double price, Scene scene) {
        for (int asset = 0; asset < scene.assetCount(); asset++) {
            if (Math.abs(price / scene.worth(scene.asset(asset)) - 1) <= 0.1) {
                return true;
            }
        }
        return false;
    }
}
