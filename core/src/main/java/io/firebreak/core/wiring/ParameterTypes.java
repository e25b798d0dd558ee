package io.firebreak.core.wiring;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.wiring.ParameterType.Kind;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;

/** Reads the shape of records off their components. */
final class ParameterTypes {
    private static final Map<Class<?>, Kind> SCALARS = LinkedHashMap.<Class<?>, Kind>empty()
            .put(Ratio.class, Kind.RATIO)
            .put(Rate.class, Kind.RATE)
            .put(Decimal.class, Kind.DECIMAL)
            .put(Duration.class, Kind.DURATION)
            .put(Instant.class, Kind.INSTANT)
            .put(Parcel.class, Kind.PARCEL)
            .put(Asset.class, Kind.ASSET)
            .put(OracleRef.class, Kind.ORACLE)
            .put(MarketRef.class, Kind.MARKET)
            .put(VenueRef.class, Kind.VENUE)
            .put(int.class, Kind.INT)
            .put(Integer.class, Kind.INT)
            .put(long.class, Kind.LONG)
            .put(Long.class, Kind.LONG)
            .put(double.class, Kind.DOUBLE)
            .put(Double.class, Kind.DOUBLE)
            .put(boolean.class, Kind.FLAG)
            .put(Boolean.class, Kind.FLAG)
            .put(String.class, Kind.TEXT)
            .put(DataFile.class, Kind.FILE)
            .put(Quantity.class, Kind.QUANTITY)
            .put(AccountId.class, Kind.ACCOUNT)
            .put(Action.class, Kind.ACTION);

    private List<Class<?>> open = List.empty();

    RecordShape shape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        if (open.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " has itself as a parameter");
        }
        open = open.prepend(type);
        Seq<ParameterSpec> parameters = Vector.of(type.getRecordComponents()).map(this::parameter);
        open = open.tail();
        RecordShape plain = new RecordShape(type, KebabCase.of(type.getSimpleName()), parameters);
        return new RecordShape(
                type, plain.name(), parameters.map(each -> plain.counter(each).isEmpty() ? each : each.ofAsset()));
    }

    private ParameterSpec parameter(RecordComponent component) {
        Option<Parameter> described = Option.of(component.getAnnotation(Parameter.class));
        return new ParameterSpec(
                KebabCase.of(component.getName()),
                described.map(Parameter::value).getOrElse(""),
                described.map(Parameter::unit).getOrElse(""),
                described.map(Parameter::preset).getOrElse(""),
                described.map(Parameter::min).getOrElse(""),
                described.map(Parameter::max).getOrElse(""),
                described.map(Parameter::source).getOrElse(""),
                component.getGenericType(),
                type(component.getGenericType(), component));
    }

    private ParameterType type(Type type, RecordComponent component) {
        Class<?> raw = raw(type, component);
        if (raw == Option.class) {
            return new ParameterType.Perhaps(type(argument(type, component), component));
        }
        if (raw == Seq.class) {
            return new ParameterType.Listing(type(argument(type, component), component));
        }
        if (raw == Map.class) {
            return new ParameterType.Texts();
        }
        return SCALARS.get(raw)
                .<ParameterType>map(ParameterType.Scalar::new)
                .getOrElse(() -> composite(raw, component));
    }

    private ParameterType composite(Class<?> raw, RecordComponent component) {
        if (raw.isEnum()) {
            return new ParameterType.Choice(Vector.of(raw.getEnumConstants()).map(each -> (Enum<?>) each));
        }
        if (raw.isRecord()) {
            return new ParameterType.Nested(shape(raw));
        }
        return Vector.of(Socket.values())
                .find(socket -> socket.type() == raw)
                .<ParameterType>map(ParameterType.Plug::new)
                .getOrElse(() -> variants(raw, component));
    }

    private ParameterType variants(Class<?> raw, RecordComponent component) {
        Seq<Class<?>> records = records(raw);
        if (records.isEmpty()) {
            Seq<Class<?>> named = Option.of(component.getAnnotation(Parameter.class))
                    .map(described -> Vector.<Class<?>>of(described.variants()))
                    .getOrElse(Vector.empty());
            records = named.appendAll(Vector.of(raw.getDeclaredClasses()))
                    .appendAll(Vector.of(component.getDeclaringRecord().getDeclaredClasses()))
                    .filter(each -> each.isRecord() && raw.isAssignableFrom(each))
                    .distinct()
                    .sortBy(Class::getSimpleName);
        }
        if (records.isEmpty()) {
            throw new IllegalArgumentException("parameter " + KebabCase.of(component.getName()) + " of "
                    + component.getDeclaringRecord().getName() + " has the type " + raw.getName()
                    + ", which no scenario can write. Maybe name its variants in @Parameter(variants = …)");
        }
        return new ParameterType.Variants(records.map(this::shape));
    }

    /** The records of a sealed interface, those of its sealed parts included. */
    private static Seq<Class<?>> records(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(each -> each.isRecord() ? Vector.<Class<?>>of(each) : records(each))
                        .toVector()
                : Vector.empty();
    }

    private static Class<?> raw(Type type, RecordComponent component) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> plain) {
            return plain;
        }
        throw new IllegalArgumentException("parameter " + KebabCase.of(component.getName()) + " of "
                + component.getDeclaringRecord().getName() + " has the type " + type + ", which no scenario can write");
    }

    private static Type argument(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[0];
        }
        throw new IllegalArgumentException("parameter " + KebabCase.of(component.getName()) + " of "
                + component.getDeclaringRecord().getName() + " does not say what it holds");
    }
}
