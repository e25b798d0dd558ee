package io.firebreak.core.wiring;

import io.firebreak.api.plugin.About;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * A record that a scenario can write: its parameters in the order of its components.
 *
 * @param name of the record in kebab-case, where it is a variant of a parameter
 */
public record RecordShape(Class<?> type, String name, Seq<ParameterSpec> parameters) {
    /** Read off each type once: a scenario asks for the same shapes thousands of times. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new ParameterTypes().shape(type);
        }
    };

    /** {@link IllegalArgumentException} with the reason where the type is not such a record. */
    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** What its author says about it; none where nothing. */
    public Option<About> about() {
        return Option.of(type.getAnnotation(About.class));
    }

    public Option<ParameterSpec> parameter(String kebab) {
        return parameters.find(each -> each.name().equals(kebab));
    }

    /** The way to the asset of this record that a parameter is counted in, {@code pair.want}; empty where it is none. */
    public Seq<String> counter(ParameterSpec counted) {
        Vector<String> way = Vector.of(counted.unit().split("\\."));
        return isAsset(way) ? way : Vector.empty();
    }

    private boolean isAsset(Vector<String> way) {
        return parameter(way.head())
                .exists(each -> each.type() instanceof ParameterType.Nested nested
                        ? way.size() > 1 && nested.shape().isAsset(way.tail())
                        : way.size() == 1 && each.type().equals(new ParameterType.Scalar(ParameterType.Kind.ASSET)));
    }

    /** The record, or why its constructor refuses. */
    public Either<String, Object> create(Seq<Object> arguments) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Either.right(constructor.newInstance(arguments.toJavaArray()));
        } catch (InvocationTargetException refused) {
            return Either.left(reason(refused.getTargetException()));
        } catch (ReflectiveOperationException | LinkageError broken) {
            return Either.left("cannot be built: " + broken);
        }
    }

    /** What makes the record: the inverse of {@link #create}. */
    public Seq<Object> components(Object value) {
        return Vector.of(type.getRecordComponents()).map(component -> {
            try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(value);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("cannot look into " + value, broken);
            }
        });
    }

    private static String reason(Throwable cause) {
        if (cause instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        return cause instanceof IllegalArgumentException || cause instanceof ArithmeticException
                ? Option.of(cause.getMessage()).getOrElse(cause::toString)
                : "its constructor threw " + cause;
    }

    /** The same record, its parameters without a unit counted in this one. */
    public RecordShape in(String unit) {
        return new RecordShape(type, name, Vector.ofAll(parameters).map(each -> each.in(unit)));
    }
}
