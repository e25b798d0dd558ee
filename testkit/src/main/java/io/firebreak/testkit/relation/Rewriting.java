package io.firebreak.testkit.relation;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes some of the values inside a value: records, lists and options are built again where something in them changed. */
public final class Rewriting {
    private final Function<Object, Option<Object>> rule;

    /**
     * A rewriting.
     *
     * @param rule what stands in the place of a value; none: the value, its parts rewritten
     */
    public Rewriting(Function<Object, Option<Object>> rule) {
        this.rule = rule;
    }

    /** The value with everything in it rewritten; the same object where nothing changes. */
    @SuppressWarnings("unchecked")
    public <T> T apply(T value) {
        return (T) any(value);
    }

    private Object any(Object value) {
        Option<Object> replaced = rule.apply(value);
        if (replaced.isDefined()) {
            return replaced.get();
        }
        if (value instanceof Seq<?> seq) {
            Seq<?> mapped = seq.map(this::any);
            return mapped.corresponds(seq, (after, before) -> after == before) ? value : mapped;
        }
        if (value instanceof Option<?> option) {
            return option.isDefined() && any(option.get()) != option.get() ? option.map(this::any) : value;
        }
        return value instanceof Record record ? parts(record) : value;
    }

    private Object parts(Record record) {
        @Nullable Object[] before = components(record);
        @Nullable Object[] after = before.clone();
        boolean changed = false;
        for (int i = 0; i < after.length; i++) {
            Object part = before[i];
            after[i] = part == null ? null : any(part);
            changed |= after[i] != part;
        }
        return changed ? create(record.getClass(), after) : record;
    }

    /** A second record of the same type with the same components. */
    public static Record copy(Record record) {
        return create(record.getClass(), components(record));
    }

    /** What the record is made of. */
    public static @Nullable Object[] components(Record record) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i].getAccessor().setAccessible(true);
                values[i] = parts[i].getAccessor().invoke(record);
            }
            return values;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot look into " + record, impossible);
        }
    }

    private static Record create(Class<? extends Record> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " refuses " + Arrays.toString(values), refused.getTargetException());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot build a " + type.getName(), impossible);
        }
    }
}
