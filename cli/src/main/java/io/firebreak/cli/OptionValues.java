package io.firebreak.cli;

import io.firebreak.core.engine.Assurance;
import io.firebreak.core.wiring.KebabCase;
import io.vavr.collection.Array;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read, and refused in the words of a reader. */
final class OptionValues {
    private OptionValues() {}

    /** For the command and every command below it. */
    static void register(CommandLine line) {
        ITypeConverter<Integer> whole = whole(Integer::valueOf, Integer.MAX_VALUE);
        ITypeConverter<Long> large = whole(Long::valueOf, Long.MAX_VALUE);
        line.registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, large)
                .registerConverter(Long.class, large)
                .registerConverter(Format.class, word(Format.values()))
                .registerConverter(Assurance.class, word(Assurance.values()));
    }

    private static <T> ITypeConverter<T> whole(Function<String, T> read, long largest) {
        return text -> {
            try {
                return read.apply(text);
            } catch (NumberFormatException wrong) {
                throw new TypeConversionException("'" + text + "' is not a whole number"
                        + (text.matches("[+-]?\\d+") ? " of at most " + largest : ""));
            }
        };
    }

    /** A constant by its name, in any case. */
    private static <E extends Enum<E>> ITypeConverter<E> word(E[] constants) {
        Array<E> all = Array.of(constants);
        return text -> all.find(each -> KebabCase.of(each.name()).equals(text.toLowerCase(Locale.ROOT)))
                .getOrElseThrow(() -> new TypeConversionException("expected "
                        + all.map(each -> KebabCase.of(each.name())).mkString(" or ") + " but was '" + text + "'"));
    }
}
