package io.firebreak.core.scenario;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.results.Digest;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.RecordShape;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads a scenario: the design as written and every other design in every world are interpreted before anything runs, and
 * all mistakes come back at once. Equal texts yield equal scenarios.
 */
public final class ScenarioReader {
    static final RecordShape HEADER = RecordShape.of(Sections.Header.class);
    private static final Seq<String> HEADER_KEYS = HEADER.parameters().map(ParameterSpec::name);
    static final Seq<String> KEYS =
            HEADER_KEYS.appendAll(EconomyReader.SECTIONS).append("worlds").append("compare");

    private final Mechanisms mechanisms;

    public ScenarioReader(Mechanisms mechanisms) {
        this.mechanisms = mechanisms;
    }

    public Either<Seq<Problem>, Scenario> read(Path scenario) {
        return read(ScenarioSource.of(scenario));
    }

    public Either<Seq<Problem>, Scenario> read(ScenarioSource source) {
        Problems problems = new Problems();
        Option<Scenario> scenario = source.read(source.scenario())
                .fold(
                        why -> problems.report(new Place(source.scenario(), 1, 1), "", "", why),
                        content -> read(source, content, problems));
        return scenario.filter(each -> problems.isEmpty()).toEither(() -> problems.all(source.scenario()));
    }

    private Option<Scenario> read(ScenarioSource source, byte[] content, Problems problems) {
        return YamlText.parse(source.scenario(), new String(content, StandardCharsets.UTF_8), problems)
                .flatMap(tree -> tree instanceof Tree.Branch
                        ? read(source, content, new Cursor("", tree), problems)
                        : problems.report(new Cursor("", tree), "is not a map with " + KEYS.mkString(", ")));
    }

    private Option<Scenario> read(ScenarioSource source, byte[] content, Cursor root, Problems problems) {
        DataFiles files = new DataFiles(source, problems);
        ValueReader values = new ValueReader(
                mechanisms,
                new Declared(Vector.empty(), Vector.empty(), Vector.empty(), Vector.empty()),
                files,
                problems,
                Option.none());
        values.known(root, KEYS);
        Option<Sections.Header> header = values.record(root.only(HEADER_KEYS::contains), HEADER)
                .map(each -> (Sections.Header) each)
                .filter(each -> named(each, root, problems));
        if (root.child("assets").forAll(assets -> assets.keys().isEmpty())) {
            // Nothing else can be read: almost every line names an asset.
            if (root.child("clock").isEmpty()) {
                problems.report(root.tree().place(), "", "", EconomyReader.LACKS_CLOCK);
            }
            return problems.report(root.tree().place(), "", "", EconomyReader.LACKS_ASSETS);
        }
        new EconomyReader(mechanisms, files, problems, root.tree()).read();
        Seq<Cursor> worlds = patches(root, "worlds", problems);
        Seq<Cursor> designs = patches(root, "compare", problems);
        Cursor unchanged =
                new Cursor(Scenario.AS_WRITTEN, Tree.Branch.of(root.tree().place(), LinkedHashMap.empty()));
        String design = header.map(Sections.Header::design).getOrElse(Scenario.AS_WRITTEN);
        if (designs.exists(each -> label(each).equals(design))) {
            problems.report(root.tree().place(), "compare", design, "is the name of the design as written already");
        }
        Patches patches = new Patches(EconomyReader.SECTIONS, EconomyReader.VENUE_SLOTS);
        Seq<Cursor> everyWorld = worlds.isEmpty() ? Vector.of(unchanged) : worlds;
        Seq<Option<Variant>> variants = everyWorld.flatMap(world -> {
            Tree there = patches.apply(root.tree(), world, problems);
            return designs.prepend(new Cursor(design, unchanged.tree())).map(each -> {
                Tree patched = patches.apply(there, each, problems);
                Option<Economy> economy = new EconomyReader(mechanisms, files, problems, patched).read();
                return economy.map(whole -> new Variant(label(each), label(world), asWritten(whole), whole));
            });
        });
        if (!variants.forAll(Option::isDefined)) {
            return Option.none();
        }
        Seq<Variant> told = variants.map(Option::get);
        return header.flatMap(each -> tested(each.impactModes(), told, root, problems)
                .map(tested -> new Scenario(
                        each.scenario(),
                        each.title().getOrElse(each.scenario()),
                        each.description().getOrElse(""),
                        each.seeds(),
                        designs.map(ScenarioReader::label).prepend(design),
                        everyWorld.map(ScenarioReader::label),
                        tested.map(Variant::impact).distinct(),
                        each.notes()
                                .map(notes -> new Scenario.Notes(
                                        notes.input(),
                                        notes.calibrated(),
                                        notes.result(),
                                        notes.insideABar().getOrElse("")))
                                .getOrElse(Scenario.Notes.NONE),
                        each.record(),
                        new Scenario.Changes(changes(designs).put(design, asWritten(root)), changes(everyWorld)),
                        tested,
                        Digest.of(content),
                        files.all())));
    }

    /** Every variant under every impact mode; as the markets say where none is named. */
    private static Option<Seq<Variant>> tested(
            Seq<ImpactMode> modes, Seq<Variant> variants, Cursor root, Problems problems) {
        boolean unrecorded = variants.exists(each -> each.economy()
                .markets()
                .exists(market -> market.record().isEmpty() && Double.isFinite(market.depthValue())));
        if (modes.contains(ImpactMode.NET_OF_RECORD) && unrecorded) {
            return problems.report(
                    root.child("impact-modes").get(),
                    "net-of-record needs a 'record' of what was sold at every outside market of finite depth");
        }
        return Option.some(
                modes.isEmpty()
                        ? variants
                        : modes.flatMap(mode -> variants.map(each -> new Variant(
                                each.design(),
                                each.world(),
                                mode,
                                each.economy().withImpact(mode)))));
    }

    private static ImpactMode asWritten(Economy economy) {
        return economy.markets().headOption().map(MarketSpec::impact).getOrElse(ImpactMode.NONE);
    }

    private static Map<String, String> changes(Seq<Cursor> patches) {
        return LinkedHashMap.ofEntries(
                patches.map(each -> Tuple.of(label(each), each.tree().flow())));
    }

    /** How every venue liquidates before any design changes it. */
    private static String asWritten(Cursor root) {
        return root.child("venues")
                .map(Cursor::children)
                .getOrElse(Vector.empty())
                .flatMap(venue -> venue.child("liquidation"))
                .map(each -> each.path() + ": " + each.tree().flow())
                .mkString("; ");
    }

    /** The name of a design or world: it may have dots. */
    private static String label(Cursor patch) {
        return patch.path().replaceFirst("^(worlds|compare)\\.", "");
    }

    private static boolean named(Sections.Header header, Cursor root, Problems problems) {
        if (!header.scenario().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            problems.report(root.child("scenario").get(), "is no name: lower-case words joined by hyphens");
            return false;
        }
        return true;
    }

    private static Seq<Cursor> patches(Cursor root, String section, Problems problems) {
        Option<Cursor> at = root.child(section);
        at.filter(each -> !(each.tree() instanceof Tree.Branch))
                .forEach(each -> problems.report(each, "is not a map of names and patches"));
        return at.filter(each -> each.tree() instanceof Tree.Branch)
                .map(Cursor::children)
                .getOrElse(Vector.empty());
    }
}
