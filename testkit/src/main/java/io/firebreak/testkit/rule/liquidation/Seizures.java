package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.liquidation.StatesSeizure;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What rule 324 looks at: what accounts that are taken over lose with their debts. */
final class Seizures implements Watch {
    private Seq<Outsider> outsiders = Array.empty();
    private long @Nullable [] before;

    @Override
    public void begin(Scene scene, Notes notes) {
        outsiders = Outsider.of(scene);
    }

    private Seq<Outsider> stating(Deed.Answer answer, Scene scene) {
        boolean states = answer.seller() == 0
                && !scene.isLot(answer.call().target().index())
                && stated(answer.venue(), scene).isDefined();
        return outsiders.filter(outsider -> states && outsider.venue() == answer.venue() && outsider.isPriced());
    }

    private static Option<StatesSeizure> stated(int venue, Scene scene) {
        return scene.spec(venue).liquidation().flatMap(model -> model.power(StatesSeizure.class));
    }

    @Override
    public void before(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Answer answer) {
            before = stating(answer, scene)
                    .map(outsider -> outsider.amounts(answer.call().target().index()))
                    .getOrNull();
        }
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        long[] had = before;
        if (deed instanceof Deed.Answer answer && had != null) {
            int target = answer.call().target().index();
            for (Outsider outsider : stating(answer, scene)) {
                long[] lost = had.clone();
                long[] left = outsider.amounts(target);
                for (int leg = 0; leg < lost.length; leg++) {
                    lost[leg] -= left[leg];
                }
                look(
                        outsider,
                        scene.name(answer.call().target()),
                        lost,
                        left,
                        stated(answer.venue(), scene).get(),
                        notes);
            }
        }
    }

    private static void look(
            Outsider outsider, String name, long[] lost, long[] left, StatesSeizure stated, Notes notes) {
        BigDecimal debt = outsider.owed(lost);
        if (debt.signum() <= 0) {
            return;
        }
        notes.met();
        BigDecimal taken = outsider.held(lost);
        BigDecimal unit = BigDecimal.ZERO;
        long[] had = lost.clone();
        for (int leg = 0; leg < lost.length; leg++) {
            unit = unit.add(outsider.value(outsider.legs()[leg].asset(), 1));
            had[leg] += left[leg];
        }
        // A debt that is kept in shares moves to a unit or two.
        BigDecimal rounding = unit.multiply(BigDecimal.valueOf(4));
        BigDecimal share = outsider.held(had).multiply(debt).divide(outsider.owed(had), MathContext.DECIMAL128);
        BigDecimal due = stated.seized()
                .map(multiple -> debt.multiply(multiple.value().toBigDecimal()))
                .getOrElse(share);
        if (taken.subtract(due).compareTo(rounding) > 0
                || share.min(due).subtract(taken).compareTo(rounding) > 0) {
            notes.breach(name + " lost " + outsider.show(lost) + ", has " + outsider.show(left) + ", and "
                    + stated.seized().map(multiple -> multiple + " of the debt").getOrElse("all that stands behind it")
                    + " is what is taken");
        }
    }
}
