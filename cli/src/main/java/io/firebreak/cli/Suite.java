package io.firebreak.cli;

import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.scenario.MechanismReader;
import io.firebreak.core.scenario.Problem;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Filling;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Makes candidates of mechanisms: each alone in honest company, and in pairs.
 *
 * @param given parameters by mechanism, as a scenario would write them; empty: none
 */
record Suite(Mechanisms mechanisms, String given) {
    private static final String WITH = "--with";
    private static final String POOLED = "pooled-lending";
    /** Parameters of what ships, where the kit cannot guess them. */
    private static final String SHIPPED = "shipped-in-the-kit.yaml";

    private static final Seq<Socket> JUDGED = Array.of(
            Socket.VENUE,
            Socket.MARGIN,
            Socket.LIQUIDATION,
            Socket.LOSS,
            Socket.SAFEGUARD,
            Socket.ORACLE,
            Socket.PRICE,
            Socket.AGENT);

    /** Refuses parameters for what nobody knows. */
    void check() {
        if (given.isBlank()) {
            return;
        }
        Seq<String> known = mechanisms.all().map(MechanismSpec::name);
        MechanismReader.names(given)
                .getOrElseThrow(() -> new BadInput(
                        "--with '" + given + "' is no YAML. Maybe write --with '{ my-auction: { beg: 3% } }'."))
                .reject(known::contains)
                .forEach(name -> {
                    throw new BadInput("--with gives parameters for '" + name + "', which is no known mechanism"
                            + ShippedScenarios.nearest(name, known));
                });
    }

    /** Each of the mechanisms by itself, but for those that no rule judges. */
    Seq<Candidate> alone(Seq<MechanismSpec> specs, Campaign.Effort effort) {
        return specs.filter(spec -> JUDGED.contains(spec.socket()))
                .sortBy(MechanismSpec::socket)
                .map(spec -> filled(spec)
                        .fold(
                                why -> Candidate.unfit(
                                        spec.name(), spec.socket().title(), effort, why),
                                mechanism -> new Candidate(
                                        spec.name(),
                                        spec.socket().title(),
                                        String.valueOf(mechanism),
                                        subjects(spec, mechanism),
                                        effort,
                                        "")));
    }

    /** A margin model is tried at the venues that use it: it knows their legs. */
    private Seq<Subject> subjects(MechanismSpec spec, Mechanism mechanism) {
        Seq<Subject> atHome = mechanism instanceof MarginModel model
                ? mechanisms
                        .of(Socket.VENUE)
                        .flatMap(this::filled)
                        .filter(venue -> venue instanceof MarginVenue<?> home
                                && home.margin().getClass() == model.getClass())
                        .map(venue -> new Subject(
                                spec.name(),
                                Socket.MARGIN,
                                model,
                                Companions.around((Venue<?>) venue).with(model)))
                : Array.empty();
        return atHome.isEmpty() ? Subjects.of(spec.name(), mechanism) : atHome;
    }

    /**
     * The same candidates, liquidation models also tried where accounts hold and owe several assets, of which each may be the
     * dearer one; all {@link #pairs} have that among them.
     */
    Seq<Candidate> inPools(Seq<Candidate> candidates) {
        return mechanisms
                .named(POOLED)
                .flatMap(this::filled)
                .headOption()
                .map(pool -> candidates.map(each -> each.alsoIn(each.subjects()
                        .headOption()
                        .filter(first -> first.socket() == Socket.LIQUIDATION)
                        .map(first -> new Subject(
                                each.name() + " × " + POOLED,
                                Socket.LIQUIDATION,
                                first.mechanism(),
                                Companions.around((Venue<?>) pool).with((LiquidationModel<?>) first.mechanism()))))))
                .getOrElse(candidates);
    }

    private Either<String, Mechanism> filled(MechanismSpec spec) {
        return new Filling(mechanisms).fill(spec, texts()).mapLeft(refusal -> {
            if (refusal instanceof Filling.Refusal.Needs needs) {
                return "needs " + needs.parameters().mkString("; ") + ". Give it: --with '{ " + spec.name() + ": { "
                        + needs.parameters()
                                .map(each -> each.replaceAll(",.*", ""))
                                .mkString(": …, ") + ": … } }'";
            }
            Seq<Problem> problems = ((Filling.Refusal.Wrong) refusal).problems();
            if (problems.exists(problem -> problem.file().equals(WITH))) {
                throw new BadInput(problems.map(Problem::toString));
            }
            return "cannot be filled: " + problems.map(Problem::message).mkString("; ") + ". Give it: --with '{ "
                    + spec.name() + ": { … } }'";
        });
    }

    private Seq<MechanismReader.Given> texts() {
        return Array.of(new MechanismReader.Given(given, WITH), new MechanismReader.Given(shipped(), SHIPPED));
    }

    private static String shipped() {
        try (InputStream text = Objects.requireNonNull(Suite.class.getResourceAsStream(SHIPPED))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Liquidation models with venues, losses and safeguards. */
    Seq<Candidate> pairs(Seq<MechanismSpec> specs, Campaign.Effort effort) {
        Seq<Tuple2<MechanismSpec, Mechanism>> fit =
                specs.flatMap(spec -> filled(spec).map(mechanism -> Tuple.of(spec, mechanism)));
        return Array.of(Socket.VENUE, Socket.LOSS, Socket.SAFEGUARD)
                .flatMap(socket -> fit.filter(each -> each._1.socket() == Socket.LIQUIDATION)
                        .flatMap(model -> fit.filter(each -> each._1.socket() == socket)
                                .map(other -> pair(model, other, effort))));
    }

    private static Candidate pair(
            Tuple2<MechanismSpec, Mechanism> one, Tuple2<MechanismSpec, Mechanism> other, Campaign.Effort effort) {
        Socket socket = other._1.socket();
        String name = one._1.name() + " × " + other._1.name();
        String group = Socket.LIQUIDATION.title() + " × " + socket.title();
        LiquidationModel<?> model = (LiquidationModel<?>) one._2;
        if (other._2 instanceof Venue<?> && !(other._2 instanceof MarginVenue) && !(other._2 instanceof StandsReady)) {
            return Candidate.unfit(
                    name, group, effort, other._1.name() + " has no margin accounts: nothing is liquidated there");
        }
        Option<SparesContracts> spares = model.power(SparesContracts.class);
        if (spares.isDefined() && other._2 instanceof Venue<?> venue && tradesContracts(venue)) {
            return Candidate.unfit(
                    name,
                    group,
                    effort,
                    one._1.name() + " never liquidates contracts: "
                            + spares.get().whyNoContracts());
        }
        Composition together = company(other._2).with(model);
        return new Candidate(
                name,
                group,
                model + ", " + other._2,
                Array.of(new Subject(name, Socket.LIQUIDATION, model, together, Array.of(socket))),
                effort,
                "");
    }

    private static boolean tradesContracts(Venue<?> venue) {
        return venue.plan().issues().exists(claim -> claim.kind() == Plan.Kind.CONTRACT);
    }

    private static Composition company(Mechanism beside) {
        if (beside instanceof StandsReady<?>) {
            return Companions.loan().beside((Venue<?>) beside);
        }
        if (beside instanceof Venue<?> venue) {
            return Companions.around(venue);
        }
        return beside instanceof LossModel<?> loss
                ? Companions.loan().withLosses(Array.of(loss))
                : Companions.loan().with((Safeguard<?>) beside);
    }
}
