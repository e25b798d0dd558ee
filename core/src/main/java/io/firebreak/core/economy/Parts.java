package io.firebreak.core.economy;

import io.vavr.collection.Seq;
import io.vavr.collection.Traversable;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks into values made of records, sequences and options, and makes others of them in which some parts are replaced or
 * left out. What holds nothing that changes stays the same object.
 */
public final class Parts {
    private static final Object LEFT_OUT = new Object();
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Parts() {}

    /**
     * The value with parts replaced.
     *
     * @param each what a part becomes, the whole first; none: it is looked into
     */
    @SuppressWarnings("unchecked")
    public static <T> T replaced(T value, Function<Object, Option<?>> each) {
        return (T) rebuilt(value, each);
    }

    /** The value without some of the elements of its sequences and options. */
    public static <T> T without(T value, Predicate<Object> which) {
        return replaced(value, part -> Option.when(which.test(part), LEFT_OUT));
    }

    /** Shows every part, the whole first. */
    public static void forEach(Object value, Consumer<Object> each) {
        replaced(value, part -> {
            each.accept(part);
            return Option.none();
        });
    }

    /** The components of a record, in their order. */
    public static Object[] of(Record record) {
        return SHAPES.get(record.getClass()).components(record);
    }

    /** A second record with the same components. */
    public static Record copy(Record record) {
        Shape shape = SHAPES.get(record.getClass());
        return shape.create(record, shape.components(record));
    }

    private static Object rebuilt(Object value, Function<Object, Option<?>> each) {
        Option<?> other = each.apply(value);
        if (other.isDefined()) {
            return other.get();
        }
        if (value instanceof Option<?> option) {
            return option.isEmpty() ? option : inside(option, rebuilt(option.get(), each));
        }
        if (value instanceof Seq<?> seq) {
            return elements(seq, each);
        }
        if (value instanceof Traversable<?> others) {
            others.forEach(element -> rebuilt(element, each));
            return value;
        }
        return value instanceof Record record ? components(record, each) : value;
    }

    private static Option<?> inside(Option<?> option, Object now) {
        return now == option.get() ? option : now == LEFT_OUT ? Option.none() : Option.some(now);
    }

    private static Seq<?> elements(Seq<?> seq, Function<Object, Option<?>> each) {
        List<Object> elements = new ArrayList<>(seq.size());
        boolean same = true;
        for (Object element : seq) {
            Object now = rebuilt(element, each);
            same &= now == element;
            if (now != LEFT_OUT) {
                elements.add(now);
            }
        }
        return same ? seq : io.vavr.collection.Vector.ofAll(elements);
    }

    private static Record components(Record record, Function<Object, Option<?>> each) {
        Shape shape = SHAPES.get(record.getClass());
        Object[] values = shape.components(record);
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            Object before = values[i];
            values[i] = rebuilt(before, each);
            same &= values[i] == before;
        }
        return same ? record : shape.create(record, values);
    }

    /** How records of a class are taken apart and put together. */
    private static final class Shape {
        private final Method[] accessors;
        private final Constructor<?> constructor;

        private Shape(Method[] accessors, Constructor<?> constructor) {
            this.accessors = accessors;
            this.constructor = constructor;
        }

        Object[] components(Record record) {
            Object[] values = new Object[accessors.length];
            try {
                for (int i = 0; i < values.length; i++) {
                    values[i] = accessors[i].invoke(record);
                }
                return values;
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalArgumentException("cannot be taken apart: " + record, impossible);
            }
        }

        Record create(Record like, Object[] values) {
            try {
                return (Record) constructor.newInstance(values);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalArgumentException("cannot be made of other parts: " + like, impossible);
            }
        }

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Method[] accessors = new Method[components.length];
            Class<?>[] types = new Class<?>[components.length];
            try {
                for (int i = 0; i < components.length; i++) {
                    types[i] = components[i].getType();
                    accessors[i] = components[i].getAccessor();
                    accessors[i].setAccessible(true);
                }
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(accessors, constructor);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("a record without its constructor: " + type, impossible);
            }
        }
    }
}
