package io.firebreak.testkit.relation;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import java.util.Set;
import java.util.TreeSet;

/** Counts the fills of rulings that repay a debt whose shares are worth other than a unit: each of them may round. */
final class Fills implements Witness {
    private final Set<String> grown = new TreeSet<>();
    private int events;
    private int fills;
    private int rulings;

    @Override
    public void before(Deed deed, Scene scene) {
        if (deed instanceof Deed.Rule rule) {
            events = scene.events();
            for (Leg leg : scene.legs(rule.venue())) {
                if (leg instanceof Leg.SharedDebt debt
                        && scene.balance(debt.pool(), debt.shares()) != -scene.balance(debt.pool(), debt.asset())) {
                    grown.add(debt.asset().symbol());
                    grown.add(debt.shares().symbol());
                }
            }
        }
    }

    @Override
    public void after(Deed deed, Scene scene) {
        if (deed instanceof Deed.Rule) {
            int before = fills;
            scene.events(
                    events,
                    event -> fills += event.kind() == Event.Kind.FILLED
                                    && grown.contains(event.second().asset().symbol())
                            ? 1
                            : 0);
            rulings += fills > before ? 1 : 0;
        }
    }

    @Override
    public void refused(Deed deed, Rejection rejection, Scene scene) {}

    /** Whether it was such a debt, or its shares. */
    boolean isRounded(String asset) {
        return grown.contains(asset);
    }

    int count() {
        return fills;
    }

    int rulings() {
        return rulings;
    }

    /** Begins to count anew. */
    void clear() {
        fills = 0;
        rulings = 0;
    }
}
