package io.firebreak.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a mechanism's record. The scenario's name of the component {@code minRatio} is {@code
 * min-ratio}.
 *
 * <p>Component types and how a scenario writes them: {@code Ratio} (3%, 0.03), {@code Rate} (8% per year), {@code Decimal}
 * (a plain number, or one with the stated unit), {@code java.time.Duration} (10 min, 3 d, 90 s, 1 h), {@code Parcel} (4 M
 * DAI), {@code Asset} (a declared symbol), {@code OracleRef} and {@code MarketRef} and {@code VenueRef} (a declared name),
 * {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, an enum, a record (a nested map), a sealed
 * interface of records (a one-entry map that names the variant in kebab-case), {@code DataFile} (the name of a CSV file
 * beside the scenario), {@code Option<T>} (may be left out) and {@code Seq<T>} (a list).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Parameter {
    /** What it is, one sentence. */
    String value();

    /**
     * The unit a reader would say: {@code ratio}, {@code gwei}, {@code blocks}. Empty where the type says it. The scenario's
     * name of another component that is an asset: counted in that asset.
     */
    String unit() default "";

    /** The value, as a scenario would write it, where the scenario leaves it out. Empty: must be given. */
    String preset() default "";

    /** Smallest accepted value, as a scenario would write it. Empty: no bound. */
    String min() default "";

    /** Largest accepted value. Empty: no bound. */
    String max() default "";

    /** Whence the preset or the rule comes. */
    String source() default "";

    /**
     * The records that may stand here, where the component's type is an open interface. Those nested in the interface, and
     * in the record that has the component, need not be named.
     */
    Class<?>[] variants() default {};
}
