package io.firebreak.core.engine;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.economy.StandIns;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Puts accounts in the place of the names that a scripted action has for them. */
final class ScriptNames {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };
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
        if (value instanceof Seq<?> seq) {
            return (T) seq.map(this::resolve);
        }
        if (value instanceof Option<?> option) {
            return (T) option.map(this::resolve);
        }
        return value instanceof Record record ? (T) rebuilt(record) : value;
    }

    private Record rebuilt(Record record) {
        Shape shape = SHAPES.get(record.getClass());
        Object[] values = new Object[shape.accessors.length];
        boolean changed = false;
        try {
            for (int i = 0; i < values.length; i++) {
                Object before = shape.accessors[i].invoke(record);
                values[i] = resolve(before);
                changed |= values[i] != before;
            }
            return changed ? (Record) shape.constructor.newInstance(values) : record;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot resolve the names in " + record, impossible);
        }
    }

    /** How records of a class are taken apart and put together. */
    @SuppressWarnings("ArrayRecordComponent") // one per class, never compared
    private record Shape(Method[] accessors, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                return new Shape(
                        Arrays.stream(components)
                                .map(RecordComponent::getAccessor)
                                .toArray(Method[]::new),
                        constructor);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("a record without its constructor: " + type, impossible);
            }
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
}
