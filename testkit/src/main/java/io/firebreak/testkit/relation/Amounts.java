package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.ParameterType;
import io.firebreak.core.wiring.RecordShape;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Set;

/** Finds parameters that are amounts. */
final class Amounts {
    /** Units in which a number is none, whatever is counted. */
    private static final Set<String> PURE = Set.of("ratio", "multiple", "digits", "blocks", "gwei", "gas");

    private Amounts() {}

    /** The mechanisms at an economy's venues, and its agents. */
    static Seq<Mechanism> mechanisms(Economy economy) {
        return economy.venues()
                .flatMap(venue -> Vector.<Mechanism>of(venue.venue())
                        .appendAll(venue.margin())
                        .appendAll(venue.liquidation())
                        .appendAll(venue.losses())
                        .appendAll(venue.safeguards()))
                .appendAll(economy.agents().map(group -> group.model()));
    }

    /** An amount other than zero among the parameters, or a number that may be one; none where there is none. */
    static Option<String> among(Mechanism mechanism) {
        return stated(mechanism)
                ? Option.some("a parameter of " + mechanism.getClass().getSimpleName() + " is an amount")
                : hidden(mechanism);
    }

    private static Option<String> hidden(Mechanism mechanism) {
        try {
            return hidden((Record) mechanism);
        } catch (IllegalArgumentException unknown) {
            return Option.some(String.valueOf(unknown.getMessage()));
        }
    }

    /** In the record, or in one that is a parameter of it. */
    private static Option<String> hidden(Record record) {
        Seq<ParameterSpec> parameters = RecordShape.of(record.getClass()).parameters();
        Object[] values = Parts.of(record);
        return Vector.range(0, parameters.size())
                .flatMap(i -> mayBeAmount(parameters.get(i)) && !isNothing(values[i])
                        ? Option.some(parameters.get(i).name() + " of "
                                + record.getClass().getSimpleName() + " may be an amount")
                        : nested(parameters.get(i).type()) ? hidden((Record) values[i]) : Option.none())
                .headOption();
    }

    private static boolean nested(ParameterType type) {
        return type instanceof ParameterType.Nested
                || type instanceof ParameterType.Variants
                || type instanceof ParameterType.Plug;
    }

    private static boolean mayBeAmount(ParameterSpec parameter) {
        ParameterType type =
                parameter.type() instanceof ParameterType.Perhaps perhaps ? perhaps.inner() : parameter.type();
        boolean number = type instanceof ParameterType.Scalar scalar
                && (scalar.kind() == ParameterType.Kind.DECIMAL
                        || scalar.kind() == ParameterType.Kind.LONG
                        || scalar.kind() == ParameterType.Kind.AMOUNT
                        || scalar.kind() == ParameterType.Kind.DOUBLE);
        String unit = parameter.unit();
        return number && !PURE.contains(unit) && !unit.startsWith("per ") && !unit.contains(" per ");
    }

    private static boolean isNothing(Object value) {
        return value instanceof Option<?> option
                ? option.forAll(Amounts::isNothing)
                : value.toString().equals("0") || value.toString().equals("0.0");
    }

    /** Whether an amount other than zero stands anywhere among the parameters. */
    private static boolean stated(Mechanism mechanism) {
        boolean[] found = {false};
        Parts.forEach(mechanism, part -> found[0] |= part instanceof Parcel parcel && parcel.units() != 0);
        return found[0];
    }
}
