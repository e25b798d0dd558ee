package io.firebreak.testkit.rule.auction;

import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StartsAtOnce;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Leg;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.util.Arrays;

/** What rule 413 looks at: every unsafe account, when the actions of a block are over and its end has not begun. */
final class AtOnce implements Watch {
    @Override
    public void before(Deed deed, Scene scene, Notes notes) {
        if (!(deed instanceof Deed.Closing)) {
            return;
        }
        for (int account = 0; account < scene.accounts(); account++) {
            if (scene.kind(account) == Accounts.Kind.MARGIN) {
                look(account, scene.venueOf(account), scene, notes);
            }
        }
    }

    private static void look(int account, int venue, Scene scene, Notes notes) {
        // Who wraps another may let it wait, and says for itself whether it does.
        boolean states = scene.spec(venue).liquidation().exists(StartsAtOnce.class::isInstance);
        Option<Exposure> exposure = scene.view(venue).exposure(scene.id(account));
        if (!states || !scene.isPriced(venue) || !scene.isUnsafe(account) || exposure.isEmpty()) {
            return;
        }
        boolean spared = scene.spec(venue).liquidation().exists(model -> model.power(SparesContracts.class)
                        .isDefined())
                && scene.legs(venue).exists(Leg.Contract.class::isInstance);
        if (!spared) {
            notes.met();
            if (Arrays.binarySearch(scene.targets(venue), account) < 0) {
                notes.breach(scene.name(scene.id(account)) + " is unsafe, and neither on offer nor to be kicked");
            }
        }
    }
}
