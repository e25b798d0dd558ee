package io.firebreak.cli;

import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.experiment.Trial;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Scenario;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Which run of a scenario is meant. What is not said is the first design, the first world, its own impact mode, seed 1. */
final class RunChoice {
    @CommandLine.Option(
            names = "--design",
            paramLabel = "NAME",
            description = "Which design; the first if you don't say.")
    private @Nullable String design;

    @CommandLine.Option(
            names = "--world",
            paramLabel = "NAME",
            description = "Which world; the first if you don't say.")
    private @Nullable String world;

    @CommandLine.Option(
            names = "--impact",
            paramLabel = "MODE",
            description = "none, gross or net-of-record; the scenario's own if you don't say.")
    private @Nullable String impact;

    @CommandLine.Option(names = "--seed", paramLabel = "N", description = "Which seed; 1 if you don't say.")
    private long seed = 1;

    /** The run that the options name. */
    Trial trial(Study study) {
        return trial(study, Option.of(design), Option.of(world), Option.of(impact), seed);
    }

    /** The run that a label names: {@code design/world/seed} or {@code design/world/impact/seed}. */
    static Trial labelled(Study study, String label) {
        String[] parts = label.split("/", -1);
        if ((parts.length != 3 && parts.length != 4) || !parts[parts.length - 1].matches("-?\\d{1,18}")) {
            throw new BadInput("'" + label + "' names no run. Maybe '"
                    + study.scenario().designs().head() + "/"
                    + study.scenario().worlds().head() + "/1': a design, a world, a seed.");
        }
        return trial(
                study,
                Option.some(parts[0]),
                Option.some(parts[1]),
                Option.when(parts.length == 4, parts[2]),
                Long.parseLong(parts[parts.length - 1]));
    }

    private static Trial trial(
            Study study, Option<String> design, Option<String> world, Option<String> impact, long seed) {
        Scenario all = study.scenario();
        String chosenDesign = known("design", design, all.designs(), each -> each);
        String chosenWorld = known("world", world, all.worlds(), each -> each);
        ImpactMode chosenImpact = known("impact mode", impact, all.impactModes(), Variant::word);
        return new Trial(
                0,
                all.variants()
                        .find(each -> each.design().equals(chosenDesign)
                                && each.world().equals(chosenWorld)
                                && each.impact() == chosenImpact)
                        .get(),
                seed);
    }

    /** The member with that name, the first if none is said. Names may be written with hyphens for spaces, in any case. */
    private static <T> T known(String what, Option<String> name, Seq<T> all, Function<T, String> word) {
        if (name.isEmpty()) {
            return all.head();
        }
        return all.find(each -> plain(word.apply(each)).equals(plain(name.get())))
                .getOrElseThrow(() -> new BadInput("There is no " + what + " '" + name.get() + "'. The scenario has "
                        + all.map(each -> "'" + word.apply(each) + "'").mkString(", ") + "."));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
