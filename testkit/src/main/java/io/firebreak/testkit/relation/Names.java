package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.engine.Scene;
import io.vavr.control.Option;

/**
 * Calls accounts by names that don't depend on the order of events: a lot by its owner and how many the owner had before
 * it, as its own number counts all lots of a venue.
 */
record Names(Scene scene) {
    /** The name of an account; none for a lot that nobody has had yet. */
    Option<String> of(int account) {
        if (!scene.isLot(account)) {
            return Option.some(scene.name(scene.id(account)));
        }
        int owner = scene.owner(account);
        int venue = scene.venueOf(account);
        if (owner >= 0) {
            int before = 0;
            for (int each = 0; each < account; each++) {
                before += scene.isLot(each) && scene.owner(each) == owner ? 1 : 0;
            }
            int number = before + 1;
            return of(owner).map(name -> name + ", lot " + number);
        }
        int before = 0;
        for (int target : scene.targets(venue)) {
            if (target == account) {
                return Option.some(scene.spec(venue).name() + ", sale " + (before + 1));
            }
            before += scene.isLot(target) && scene.owner(target) < 0 ? 1 : 0;
        }
        return Option.none();
    }

    /** The account of such a name. */
    Option<AccountId> find(String name) {
        for (int account = 0; account < scene.accounts(); account++) {
            if (of(account).contains(name)) {
                return Option.some(scene.id(account));
            }
        }
        return Option.none();
    }

    /** What an account of that name in a scenario is called in another run; none where one of the two has none. */
    Option<String> in(Names other, String name) {
        return scene.account(name)
                .flatMap(account -> of(account.index()))
                .flatMap(other::find)
                .map(other.scene::name);
    }
}
