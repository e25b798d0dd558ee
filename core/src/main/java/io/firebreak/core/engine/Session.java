package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.metric.Event;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.InvariantSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.market.OutsideMarket;
import io.firebreak.core.random.Streams;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One run while it goes on: set up once, then block by block. */
final class Session {
    private static final Deed OPENING = new Deed.Opening();
    private static final Deed CLOSING = new Deed.Closing();

    private final Economy economy;
    private final RunOptions options;
    private final World world;
    private final Builder builder;
    private final Executor executor;
    private final Mempool mempool;
    private final Tally tally;
    private final Map<String, Streams.Stream> priceStreams = new HashMap<>();
    private List<AgentDesk<?>> agents = List.of();
    private long tradesSeen;
    private long paused;
    private int nextShock;
    private int nextScripted;

    Session(Economy economy, RunOptions options, boolean scan) {
        this.economy = economy;
        this.options = options;
        builder = new Builder(economy, new Streams(options.seed()), scan);
        world = builder.build();
        executor = new Executor(world);
        mempool = new Mempool(world);
        tally = new Tally(world, options);
    }

    /** Runs to the end, or to the first broken law. */
    RunResult run() {
        try {
            start();
            long blocks = economy.clock().blocks();
            for (long number = 0; number < blocks; number++) {
                block(number);
            }
            checkAtEnd();
            return tally.result(null);
        } catch (Stopped stopped) {
            return tally.result(stopped.failure());
        } catch (LawBroken broken) {
            return tally.result(new Stopped("the engine", world.block.number(), broken).failure());
        }
    }

    /** Recomputes all books, and asks the invariants of the scenario. */
    void checkAtEnd() {
        world.ledger.checkFully();
        for (Desk<?> desk : world.desks) {
            if (desk.book != null) {
                desk.book.checkFully();
            }
        }
        checkInvariants();
    }

    /** Puts everything on the ledger; the first block follows. */
    void start() {
        move(0);
        agents = builder.populate();
        // Oracles of pools had nothing to show before anything lay there.
        for (Feed<?> feed : world.feeds) {
            if (feed.price() == null) {
                world.ask("oracle " + feed.name(), feed::step);
            }
        }
        tally.begin(agents);
    }

    /** Runs one block. */
    void block(long number) {
        open(number);
        script();
        close();
    }

    /** What a block is before its actions: the world, the oracles, the venues, and what they rule. */
    void open(long number) {
        world.before(OPENING);
        if (number > 0) {
            move(number);
        }
        world.after(OPENING);
        for (Desk<?> desk : world.desks) {
            desk.advance();
            desk.takePrices();
            desk.guards.forEach(Guard::observe);
            desk.moveMargin();
            desk.dockets.newBlock();
            if (desk.looks()) {
                serve(desk);
            }
        }
    }

    /** What a block is from its agents on. */
    void close() {
        for (AgentDesk<?> agent : agents) {
            if (agent.awake()) {
                agent.decide().forEach(submission -> mempool.submit(agent, submission));
            }
        }
        mempool.fill(executor, this::afterAction);
        endBlock();
    }

    World world() {
        return world;
    }

    Tally tally() {
        return tally;
    }

    Executor executor() {
        return executor;
    }

    /** Asks the invariants of the scenario; a breach stops the run. */
    private void checkInvariants() {
        for (InvariantSpec invariant : economy.invariants()) {
            Seq<String> breaches =
                    world.ask(invariant.name(), () -> invariant.model().breaches(world.everything));
            if (!breaches.isEmpty()) {
                throw new Stopped(
                        0, invariant.name(), world.block.number(), "does not hold: " + breaches.mkString("; "));
            }
        }
    }

    /** What is left of a block when its actions are done: losses, checks, measures. */
    void endBlock() {
        world.before(CLOSING);
        losses();
        if (options.assurance() != Assurance.NONE) {
            world.ledger.checkBlock();
        }
        if (options.assurance() == Assurance.FULL) {
            world.ledger.checkFully();
            checkInvariants();
        }
        world.after(CLOSING);
        tally.block();
    }

    /** Later blocks come that much later. */
    void pause(long millis) {
        paused += millis;
    }

    /** The world steps and the oracles publish. */
    private void move(long number) {
        world.block = new Block(
                number,
                economy.clock().startMillis()
                        + paused
                        + number * economy.clock().blockMillis());
        while (nextShock < economy.shocks().size()
                && economy.shocks().get(nextShock).atMillis() <= world.block.timeMillis()) {
            Shock shock = economy.shocks().get(nextShock++);
            world.markets.market(shock.market()).shock(shock.factor());
        }
        world.inNameOf("outside markets", this::moveMarkets);
        if (world.space != null) {
            world.space.advance(world.block.timeMillis());
        }
        for (Feed<?> feed : world.feeds) {
            world.ask("oracle " + feed.name(), feed::step);
        }
    }

    private void moveMarkets() {
        world.ask("outside markets", () -> {
            world.markets.advance(world.block, this::priceView);
            return world.block;
        });
    }

    private PriceView priceView(OutsideMarket market) {
        return new PathView(stream("price " + market.name()));
    }

    private Streams.Stream stream(String name) {
        return priceStreams.computeIfAbsent(name, world.streams::stream);
    }

    /** Oracles that read a market or a pool directly look again, and so do the venues. */
    void afterAction() {
        if (world.trades != tradesSeen) {
            tradesSeen = world.trades;
            boolean moved = false;
            for (Feed<?> feed : world.feeds) {
                moved |= feed.live() && world.ask("oracle " + feed.name(), feed::step);
            }
            if (moved) {
                world.desks.forEach(Desk::takePrices);
            }
        }
        for (Desk<?> desk : world.desks) {
            if (desk.looks()) {
                serve(desk);
            }
        }
        if (options.assurance() == Assurance.ACTION) {
            world.ledger.checkBlock();
        }
    }

    /** Serves a venue's dockets; who stands ready there takes what is offered before anybody else, until nobody takes more. */
    private void serve(Desk<?> desk) {
        desk.dockets.serve();
        for (int round = 0; isTaken(desk); round++) {
            if (round == Dockets.MOST_ROUNDS) {
                throw new Stopped(
                        Law.RULING_SETTLES.number(),
                        desk.name(),
                        world.block.number(),
                        "rule " + Law.RULING_SETTLES.number() + ": still offers to who stands ready after "
                                + Dockets.MOST_ROUNDS + " rounds");
            }
        }
    }

    private boolean isTaken(Desk<?> desk) {
        boolean taken = false;
        for (Desk<?> ready : world.readyFor(desk)) {
            for (StandingOffer offer : desk.shown.offers()) {
                long paid = offer.ask().atOnce() ? ready.takes(offer) : 0;
                if (paid > 0 && take(ready, desk, offer, paid)) {
                    taken = true;
                    desk.dockets.serve();
                }
            }
        }
        return taken;
    }

    /** Whether it was let, and paid something. */
    private boolean take(Desk<?> ready, Desk<?> desk, StandingOffer offer, long paid) {
        int purse = ready.id(Objects.requireNonNull(ready.ready()).purse()).index();
        Asset give = offer.pair().give();
        Asset want = offer.pair().want();
        long gave = world.ledger.balance(want.index(), purse);
        long had = world.ledger.balance(give.index(), purse);
        Action bid = new Action.Bid(desk.ref(), offer.target(), offer.pair(), Quantity.of(paid), 0);
        boolean let = executor.execute(purse, bid, 0).isRight();
        gave -= world.ledger.balance(want.index(), purse);
        if (let) {
            ready.took(new Parcel(want, gave), new Parcel(give, world.ledger.balance(give.index(), purse) - had));
        }
        return let && gave > 0;
    }

    private void script() {
        while (nextScripted < economy.actions().size()
                && economy.actions().get(nextScripted).block() <= world.block.number()) {
            play(economy.actions().get(nextScripted++));
        }
    }

    /** Plays a scripted action, and serves the dockets again. */
    Either<Rejection, Long> play(ScriptedAction scripted) {
        int sender = world.wallet(scripted.sender());
        Either<Rejection, Long> result = resolved(scripted).flatMap(action -> executor.execute(sender, action, 0));
        world.event(Event.Kind.SCRIPTED, Accounts.NONE, sender, sender, 0, 0);
        if (result.isLeft()) {
            world.warnings.add("block " + world.block.number() + ": " + scripted.sender() + "'s "
                    + scripted.action().getClass().getSimpleName() + " was refused: "
                    + result.getLeft().detail());
        }
        afterAction();
        return result;
    }

    private Either<Rejection, Action> resolved(ScriptedAction scripted) {
        try {
            return Either.right(new ScriptNames(world, scripted.names()).resolve(scripted.action()));
        } catch (Refusal refusal) {
            return Either.left(refusal.rejection());
        }
    }

    private void losses() {
        for (Desk<?> desk : world.desks) {
            for (Asset asset : world.ledger.assets()) {
                if (world.ledger.balance(asset.index(), desk.shortfall) < 0) {
                    bear(desk, asset);
                }
            }
        }
    }

    private void bear(Desk<?> desk, Asset asset) {
        for (int layer = 0; layer < desk.layers.size(); layer++) {
            int at = layer;
            Proposal step = new Proposal.LossStep(at);
            try {
                desk.require(step);
            } catch (Refusal stopped) {
                stopped.undone();
                return;
            }
            Deed bear = new Deed.Bear(desk.number, at, asset);
            world.before(bear);
            Bearing.Outcome outcome = desk.layers.get(at).bear(asset);
            world.after(bear);
            desk.done(step);
            if (world.ledger.balance(asset.index(), desk.shortfall) >= 0 || outcome == Bearing.Outcome.PENDING) {
                return;
            }
        }
        long missing = -world.ledger.balance(asset.index(), desk.shortfall);
        world.ledger.post(desk.badDebt, desk.shortfall, asset.index(), missing);
        world.event(Event.Kind.BAD_DEBT, desk.number, desk.badDebt, desk.badDebt, asset.index(), missing);
    }

    private final class PathView implements PriceView {
        private final Streams.Stream own;

        PathView(Streams.Stream own) {
            this.own = own;
        }

        @Override
        public Block block() {
            return world.block;
        }

        @Override
        public long stepMillis() {
            return economy.clock().blockMillis();
        }

        @Override
        public Draws draws() {
            return own.at(0, world.block.number());
        }

        @Override
        public Draws shared(String factor) {
            return stream("shared " + factor).at(0, world.block.number());
        }
    }
}
