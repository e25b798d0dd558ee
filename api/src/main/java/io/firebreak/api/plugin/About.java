package io.firebreak.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a mechanism (or a variant of a parameter) to its users: what {@code firebreak mechanisms NAME} prints. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
    /** What it does, one or two sentences. */
    String value();

    /** What it follows: protocol, file, version, or paper. */
    String follows() default "";

    /** What it leaves out of what it follows. */
    String simplifies() default "";
}
