package io.firebreak.core.experiment;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import java.util.Locale;

/** One design in one world under one impact mode. */
public record Variant(String design, String world, ImpactMode impact, Economy economy) {
    /** How scenarios and reports write an impact mode: {@code net-of-record}. */
    public static String word(ImpactMode impact) {
        return impact.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
