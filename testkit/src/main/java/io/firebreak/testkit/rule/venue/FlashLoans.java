package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What rule 374 looks at: what a lender has before an action that borrows of it, and after. */
final class FlashLoans implements Watch {
    private Seq<Long> before = List.empty();

    @Override
    public void before(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act act) {
            before = loans(act.action()).map(loan -> held(loan, scene));
        }
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Act act) {
            loans(act.action()).zip(before).forEach(each -> {
                notes.met();
                long now = held(each._1, scene);
                if (now < each._2) {
                    notes.breach(each._1.venue() + " had " + each._1.asset().show(each._2)
                            + " before an action that borrowed of it, and "
                            + each._1.asset().show(now) + " after");
                }
            });
        }
    }

    private static Seq<Action.FlashBorrow> loans(Action action) {
        if (action instanceof Action.Bundle bundle) {
            return bundle.steps().flatMap(FlashLoans::loans);
        }
        return action instanceof Action.FlashBorrow loan ? List.of(loan) : List.empty();
    }

    private static long held(Action.FlashBorrow loan, Scene scene) {
        return scene.view(scene.venue(loan.venue())).held(loan.asset());
    }
}
