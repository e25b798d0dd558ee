package io.firebreak.core.wiring;

import io.vavr.collection.Seq;
import java.lang.reflect.Type;

/**
 * One parameter of a mechanism, as a scenario and its reader see it. The texts are those of {@link
 * io.firebreak.api.plugin.Parameter}; empty where it has none.
 *
 * @param name in kebab-case
 */
public record ParameterSpec(
        String name,
        String description,
        String unit,
        String preset,
        String min,
        String max,
        String source,
        Type javaType,
        ParameterType type) {
    /** Whether a scenario must give it. */
    public boolean required() {
        return preset.isEmpty() && !(type instanceof ParameterType.Perhaps);
    }

    /** The same, counted in a unit where it has none of its own: debts drawn in DAI, say. */
    public ParameterSpec in(String otherUnit) {
        return unit.isEmpty() ? counted(otherUnit) : this;
    }

    /** The same, counted in another unit. */
    public ParameterSpec counted(String otherUnit) {
        return new ParameterSpec(name, description, otherUnit, preset, min, max, source, javaType, type);
    }

    /** The records of which one stands there; their numbers are counted in the unit of the parameter where they have no other. */
    public Seq<RecordShape> variants() {
        return unit.isEmpty() ? type.variants() : type.variants().map(each -> each.in(unit));
    }

    /** The same, a whole number read as an amount of the asset that is its unit. */
    ParameterSpec ofAsset() {
        return new ParameterSpec(name, description, unit, preset, min, max, source, javaType, type.counting());
    }

    /** What may stand there, with unit and bounds. */
    public String accepted() {
        boolean amount = type.equals(new ParameterType.Scalar(ParameterType.Kind.AMOUNT));
        return type.accepted()
                + (unit.isEmpty() || unit.equals("ratio") ? "" : (amount ? ", of " : " in ") + unit)
                + (min.isEmpty() ? "" : ", at least " + min)
                + (max.isEmpty() ? "" : ", at most " + max);
    }
}
