package io.firebreak.testkit.kit;

import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Says in which worlds a mechanism is tried, by its socket: in honest company, alone on trial. */
public final class Subjects {
    private Subjects() {}

    /**
     * The worlds of a mechanism; none for a metric or an invariant, which can do no harm.
     *
     * @param name as reports say it
     */
    public static Seq<Subject> of(String name, Mechanism mechanism) {
        Composition loan = Companions.loan();
        Composition perp = Companions.perp();
        if (mechanism instanceof LiquidationModel<?> model) {
            return Vector.of(
                    new Subject(name + " × loans", Socket.LIQUIDATION, model, loan.with(model)),
                    new Subject(name + " × contracts", Socket.LIQUIDATION, model, perp.with(model)));
        }
        if (mechanism instanceof LossModel<?> model) {
            Composition world = Companions.losing(model);
            Seq<LossModel<?>> fund = loan.losses();
            return Vector.of(
                    new Subject(name + " alone", Socket.LOSS, model, world.withLosses(Vector.of(model))),
                    new Subject(name + " above a fund", Socket.LOSS, model, world.withLosses(fund.prepend(model))),
                    new Subject(name + " below a fund", Socket.LOSS, model, world.withLosses(fund.append(model))));
        }
        if (mechanism instanceof Safeguard<?> model) {
            boolean deep = model.counted().isEmpty();
            Composition loans = deep ? loan : Companions.shallow(loan);
            Composition contracts = deep ? perp : Companions.shallow(perp);
            return Vector.of(
                    new Subject(name + " × loans", Socket.SAFEGUARD, model, loans.with(model)),
                    new Subject(name + " × contracts", Socket.SAFEGUARD, model, contracts.with(model)));
        }
        if (mechanism instanceof Venue<?> venue) {
            return venues(name, venue, loan);
        }
        if (mechanism instanceof MarginModel model) {
            return Vector.of(new Subject(name, Socket.MARGIN, model, loan.with(model)));
        }
        if (mechanism instanceof OracleModel<?> model) {
            return Vector.of(new Subject(name, Socket.ORACLE, model, loan.with(model)));
        }
        if (mechanism instanceof PriceModel<?> model) {
            return Vector.of(new Subject(name, Socket.PRICE, model, loan.with(model)));
        }
        return mechanism instanceof AgentModel<?> model
                ? Vector.of(new Subject(name, Socket.AGENT, model, loan.with(new AgentGroup("agents", model))))
                : Vector.empty();
    }

    private static Seq<Subject> venues(String name, Venue<?> venue, Composition loan) {
        Subject furnished = new Subject(name, Socket.VENUE, venue, Companions.around(venue));
        Composition bare = furnished.composition().empty();
        // Who issues shares must also withstand the first who comes.
        boolean first = venue.plan().issues().exists(claim -> claim.kind() == Plan.Kind.SHARE);
        return Vector.of(furnished)
                .appendAll(Option.when(first, new Subject(name + ", empty", Socket.VENUE, venue, bare)))
                .appendAll(Option.when(
                        venue instanceof StandsReady<?>,
                        () -> new Subject(name + " beside loans", Socket.VENUE, venue, loan.beside(venue))));
    }

    /** A composition in which every mechanism is on trial, each by the rules of its socket. */
    public static Seq<Subject> of(String name, Composition composition) {
        Seq<Subject> venue = Vector.of(new Subject(name, Socket.VENUE, composition.venue(), composition));
        return venue.appendAll(composition.margin().map(model -> new Subject(name, Socket.MARGIN, model, composition)))
                .appendAll(composition
                        .liquidation()
                        .map(model -> new Subject(name, Socket.LIQUIDATION, model, composition)))
                .appendAll(composition.losses().map(model -> new Subject(name, Socket.LOSS, model, composition)))
                .appendAll(
                        composition.safeguards().map(model -> new Subject(name, Socket.SAFEGUARD, model, composition)))
                .appendAll(
                        composition.agents().map(group -> new Subject(name, Socket.AGENT, group.model(), composition)));
    }
}
