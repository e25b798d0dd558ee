package io.firebreak.testkit.pure;

import io.firebreak.api.agent.AgentView;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.View;
import io.firebreak.core.economy.Parts;
import io.vavr.Function1;
import io.vavr.Value;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a value out with all that is in it, whether or not it has equality: two dumps are equal where the values are. */
final class Dump {
    private final StringBuilder text = new StringBuilder();
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private Dump() {}

    static String of(@Nullable Object value) {
        Dump dump = new Dump();
        dump.add(value);
        return dump.text.toString();
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof Number
                || value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>) {
            text.append(value);
        } else if (isView(value)) {
            text.append("view");
        } else if (open.add(value)) {
            inside(value);
            open.remove(value);
        } else {
            text.append("itself");
        }
    }

    /** What the engine shows, and functions of it, are not part of a value. */
    private static boolean isView(Object value) {
        // Vavr's collections are functions too.
        return value instanceof View
                || value instanceof AgentView
                || value instanceof OracleView
                || value instanceof PriceView
                || value instanceof Draws
                || (value instanceof Function1<?, ?> && !(value instanceof Value<?>))
                || value.getClass().isHidden();
    }

    private void inside(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof Record record) {
            text.append(type.getSimpleName());
            each(java.util.Arrays.asList(Parts.of(record)));
        } else if (type.isArray()) {
            text.append('[');
            for (int i = 0; i < Array.getLength(value); i++) {
                add(Array.get(value, i));
                text.append(' ');
            }
            text.append(']');
        } else if (value instanceof Value<?> vavr) {
            text.append(vavr.stringPrefix());
            each(vavr);
        } else if (value instanceof Collection<?> collection) {
            each(collection);
        } else if (value instanceof Map<?, ?> map) {
            each(map.entrySet());
        } else if (value instanceof Map.Entry<?, ?> entry) {
            add(entry.getKey());
            text.append('=');
            add(entry.getValue());
        } else if (type.getName().startsWith("java.") || type.getName().startsWith("io.vavr.Tuple")) {
            text.append(value);
        } else {
            text.append(type.getSimpleName());
            fields(value, type);
        }
    }

    private void each(Iterable<? extends @Nullable Object> values) {
        text.append('(');
        for (Object value : values) {
            add(value);
            text.append(' ');
        }
        text.append(')');
    }

    private void fields(Object value, Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    text.append(' ').append(field.getName()).append('=');
                    add(read(field, value));
                }
            }
        }
    }

    private static @Nullable Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            return "closed";
        }
    }
}
