package io.firebreak.testkit.explore;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.core.engine.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a run that decides how it goes on, as a value: who holds and owes what, what stands on whom, what the venues see,
 * the states of the mechanisms, and the prices of all blocks so far.
 */
record Fingerprint(List<Long> numbers, List<Object> things) {
    static Fingerprint of(Scene scene, List<Integer> prices) {
        List<Long> numbers = new ArrayList<>();
        List<Object> things = new ArrayList<>(scene.states());
        things.add(List.copyOf(prices));
        for (int account = 0; account < scene.accounts(); account++) {
            numbers.add((long) scene.owner(account));
            numbers.add(scene.isOpenLot(account) ? 1L : 0L);
            for (int asset = 0; asset < scene.assetCount(); asset++) {
                numbers.add(scene.balance(account, asset));
            }
        }
        for (int venue = 0; venue < scene.venues(); venue++) {
            for (int target : scene.targets(venue)) {
                numbers.add((long) target);
                numbers.add((long) scene.seller(venue, target));
                for (StandingOffer offer : scene.offer(venue, target, null)) {
                    things.add(offer);
                }
                for (Invitation invitation : scene.invitation(venue, target)) {
                    things.add(invitation);
                }
            }
            for (Asset asset : scene.hasMargin(venue)
                    ? scene.view(venue).assets()
                    : scene.assets().take(0)) {
                things.add(scene.view(venue).price(asset));
            }
        }
        return new Fingerprint(numbers, things);
    }
}
