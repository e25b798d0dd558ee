package io.firebreak.core.scenario;

import java.util.Locale;

/** A number of things, in words for readers. */
public final class Counted {
    private Counted() {}

    /**
     * {@code 1 design}, {@code 1,440 runs}, {@code 2 histories}.
     *
     * @param noun for one of them; its plural is regular
     */
    public static String of(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
    }
}
