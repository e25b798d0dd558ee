package io.firebreak.core.engine;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.economy.StandIns;
import io.vavr.collection.Seq;
import java.lang.reflect.RecordComponent;

/** Puts accounts and claims in the place of the names that a scripted action has for them. */
final class ScriptNames {
    private final World world;
    private final Seq<String> names;

    ScriptNames(World world, Seq<String> names) {
        this.world = world;
        this.names = names;
    }

    /** The value with every stand-in resolved; a refusal where a name is not known (yet). */
    @SuppressWarnings("unchecked")
    <T> T resolve(T value) {
        if (value instanceof AccountId account) {
            return account.index() >= 0 ? value : (T) account(names.get(-1 - account.index()));
        }
        if (value instanceof Asset asset) {
            return asset.index() >= 0 ? value : (T) claim(asset.symbol());
        }
        if (value instanceof Seq<?> seq) {
            return (T) seq.map(this::resolve);
        }
        return value instanceof Record record ? (T) rebuilt(record) : value;
    }

    private Record rebuilt(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = resolve(components[i].getAccessor().invoke(record));
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot resolve the names in " + record, impossible);
        }
    }

    private AccountId account(String name) {
        int step = StandIns.step(name);
        if (step >= 0) {
            return AccountId.openedBy(step);
        }
        for (int account = 0; account < world.accounts.size(); account++) {
            if (world.accounts.name(account).equals(name)) {
                return world.id(account);
            }
        }
        throw new Refusal(Reason.NOT_THERE, "there is no account '" + name + "' yet");
    }

    private Asset claim(String symbol) {
        for (Asset asset : world.ledger.assets()) {
            if (asset.symbol().equals(symbol)) {
                return asset;
            }
        }
        throw new Refusal(Reason.NOT_THERE, "there is no asset '" + symbol + "'");
    }
}
