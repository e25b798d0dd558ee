package io.firebreak.core.scenario;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.experiment.Variant;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A scenario that was read without a mistake: every variant of it can run.
 *
 * @param title one line; the name where the file has none
 * @param seeds how many a comparison runs unless it is told otherwise
 * @param designs what is compared; the first is the design as written
 * @param worlds under which each design runs; one named {@code as written} where the file names none
 * @param impactModes under which a comparison is tested, the headline first; where the file names none, that of its first
 *     market
 * @param record what the design as written is held against
 * @param changes what each design and each world is, as the file writes it: paths and values
 * @param variants every design in every world under every impact mode, in the order of impact modes, worlds, designs
 * @param sha256 of the scenario file, hex
 * @param files that it names, by name
 */
public record Scenario(
        String name,
        String title,
        String description,
        int seeds,
        Seq<String> designs,
        Seq<String> worlds,
        Seq<ImpactMode> impactModes,
        Notes notes,
        Option<Recorded> record,
        Changes changes,
        Seq<Variant> variants,
        String sha256,
        Seq<SourceFile> files) {
    /** What the world is called where the file names none. */
    public static final String AS_WRITTEN = "as written";

    /** A file beside the scenario; SHA-256 in hex. */
    public record SourceFile(String name, String sha256) {}

    /**
     * What is data, what was fitted to it, and what comes out: sentences for the report.
     *
     * @param insideABar how prices walk between the points of their file; empty where the scenario does not say
     */
    public record Notes(Seq<String> input, Seq<String> calibrated, Seq<String> result, String insideABar) {
        static final Notes NONE = new Notes(Vector.empty(), Vector.empty(), Vector.empty(), "");
    }

    /** A text for each design and each world, by name: {@code venues.maker.liquidation: fixed-spread: { close-factor: 50% }}. */
    public record Changes(Map<String, String> designs, Map<String, String> worlds) {}

    /** One design in one world; none where there is no such variant. */
    public Option<Economy> variant(String design, String world, ImpactMode impact) {
        return variants.find(
                        each -> each.design().equals(design) && each.world().equals(world) && each.impact() == impact)
                .map(Variant::economy);
    }
}
