package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.book.Book;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.lending.spread.FixedSpread;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** The workload liq-1 on the engine: every liquidation goes through docket, rule, offer, bid, answer and five postings. */
public final class Liq1 {
    static final int STEPS = 200;
    private static final VenueRef VENUE = new VenueRef("liq");
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final Asset USD = new Asset(1, "USD", 9);

    private final Session session;
    private final int borrowers;
    private final boolean sequential;
    private long count;

    /** Reads the inputs and puts them on the ledger; steps follow. */
    public Liq1(int borrowers, boolean sequential, double mu, double sigma) {
        this.borrowers = borrowers;
        this.sequential = sequential;
        double[] inputs = doubles("borrowers_" + borrowers + ".bin", 2 * borrowers);
        double[] shocks = doubles("shocks_" + STEPS + ".bin", STEPS);
        double collateral = 0;
        AccountGroup.Row[] rows = new AccountGroup.Row[borrowers];
        for (int i = 0; i < borrowers; i++) {
            collateral += inputs[i];
            long held = ETH.unitsDown(Decimal.ofDouble(inputs[i]));
            long owed = USD.unitsDown(Decimal.ofDouble(inputs[borrowers + i]));
            rows[i] = new AccountGroup.Row(
                    "b" + i, List.of(new Parcel(ETH, held), new Parcel(USD, -owed)), Option.none());
        }
        LiqMarket market =
                new LiqMarket(ETH, USD, Vector.ofAll(shocks).toArray(), mu, sigma, 0.5 / collateral, sequential);
        VenueSpec venue = new VenueSpec(
                VENUE,
                market,
                Option.none(),
                List.of(new AccountGroup.Given(Array.of(rows))),
                Option.some(new FixedSpread(Ratio.of("0.5"), Ratio.of("0.08"))),
                List.empty(),
                List.empty(),
                List.empty(),
                1);
        LiqTaker taker = new LiqTaker(VENUE, ETH, USD, 4_000_000_000L * 1_000_000_000L);
        Economy economy = new Economy(
                new Clock(0, STEPS * 1000L, 1000, Option.none()),
                List.of(ETH, USD),
                List.empty(),
                List.empty(),
                List.of(venue),
                sequential ? List.empty() : List.of(new AgentGroup("taker", taker)),
                List.empty(),
                List.empty());
        session = new Session(economy, RunOptions.of(1), false);
        session.start();
        if (sequential) {
            World world = session.world();
            world.ledger.post(world.outside, world.wallet("taker"), USD.index(), taker.cash());
        }
        session.world().desks.get(0).book().refresh();
    }

    private static double[] doubles(String name, int count) {
        try (InputStream in = Objects.requireNonNull(Liq1.class.getResourceAsStream("/liq1/" + name), name)) {
            double[] values = new double[count];
            ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(values);
            return values;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs the steps; how many liquidations there were. */
    public long run() {
        session.world().events.truncate(0);
        if (sequential) {
            runSequentially();
        } else {
            for (int step = 0; step < STEPS; step++) {
                session.block(step);
            }
            count = (long) measure("liq.fills");
        }
        return count;
    }

    /** The naive twin's order: every borrower is looked at in turn, and the next one sees the price after each sale. */
    private void runSequentially() {
        World world = session.world();
        Desk<?> desk = world.desks.get(0);
        Book book = desk.book();
        int taker = world.wallet("taker");
        int first = firstBorrower();
        Pair pair = new Pair(ETH, USD);
        Action sale = new Action.Swap(VENUE, ETH, Quantity.all(), USD, 0);
        Action next = new Action.Trade(VENUE, ETH, 1);
        for (int step = 0; step < STEPS; step++) {
            if (step == 0) {
                session.block(0);
            } else {
                execute(taker, next);
            }
            for (int account = first; account < first + borrowers; account++) {
                if (book.isUnsafe(account)) {
                    Quantity half = Quantity.of(-book.holding(account, USD) / 2);
                    execute(taker, new Action.Bid(VENUE, world.id(account), pair, half, 0));
                    execute(taker, sale);
                }
            }
            session.endBlock();
        }
        count = (long) measure("liq.fills");
    }

    private void execute(int sender, Action action) {
        session.executor().execute(sender, action, 0);
        session.afterAction();
    }

    private int firstBorrower() {
        int account = 0;
        while (!session.world().accounts.name(account).equals("liq/b0")) {
            account++;
        }
        return account;
    }

    private double measure(String name) {
        return session.tally()
                .result(null)
                .measures()
                .find(measure -> measure.name().equals(name))
                .get()
                .value();
    }

    /** The debt that was cleared, in whole USD. */
    public double volume() {
        return measure("liq.debt-cleared");
    }

    public static void main(String[] arguments) {
        int borrowers = Integer.parseInt(arguments[0]);
        boolean sequential = arguments[1].equals("seq");
        boolean mild = arguments.length > 2 && arguments[2].equals("mild");
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 7;
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        for (int run = 0; run < runs; run++) {
            long began = System.nanoTime();
            Liq1 liq = new Liq1(borrowers, sequential, mild ? 0 : -0.002, mild ? 0.012 : 0.02);
            long ready = System.nanoTime();
            long readyCpu = cpu.getCurrentThreadCpuTime();
            long count = liq.run();
            double nanos = cpu.getCurrentThreadCpuTime() - readyCpu;
            System.out.printf(
                    "%s %s N %d: %d liquidations, %.4f USD, %.2f ns per borrower and step, %.0f ns per liquidation, set-up %.1f ms%n",
                    mild ? "mild" : "crash",
                    sequential ? "seq" : "batch",
                    borrowers,
                    count,
                    liq.volume(),
                    nanos / borrowers / STEPS,
                    nanos / Math.max(1, count),
                    (ready - began) / 1e6);
        }
    }
}
