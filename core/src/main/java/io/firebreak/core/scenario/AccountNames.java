package io.firebreak.core.scenario;

import io.firebreak.api.ledger.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The accounts that a scripted action names, each standing in for one that is opened when the run is built. */
final class AccountNames {
    private final List<String> names = new ArrayList<>();

    AccountId standIn(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return new AccountId(-1 - names.indexOf(name));
    }

    io.vavr.collection.List<String> all() {
        return io.vavr.collection.List.ofAll(names);
    }
}
