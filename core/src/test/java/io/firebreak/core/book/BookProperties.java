package io.firebreak.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The index and its naive twin, on the same ledger and prices, agree on every account after every step. */
class BookProperties {
    private static final int ACCOUNTS = 12;

    /** Two kinds of collateral, a debt that grows with a pool, and a fixed charge or none. */
    private record Rules(long fixedRequirement, Decimal counts) implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return leg instanceof Leg.Holding ? new Weight(counts, Decimal.ONE) : Weight.FULL;
        }
    }

    /** One ledger with the two books on it. */
    private static final class World {
        final Accounts accounts = new Accounts();
        final Ledger ledger = new Ledger(accounts, new UndoLog());
        final int outside = accounts.open(Accounts.Kind.OUTSIDE, Accounts.NONE, Accounts.NONE, "outside");
        final int pool = accounts.open(Accounts.Kind.OWN, 0, Accounts.NONE, "market/pool");
        final int treasury = accounts.open(Accounts.Kind.OWN, 0, Accounts.NONE, "market/treasury");
        final Asset first = ledger.add("ETH", 9, Ledger.Issue.BASE, Accounts.NONE);
        final Asset second = ledger.add("BTC", 8, Ledger.Issue.BASE, Accounts.NONE);
        final Asset money = ledger.add("USD", 6, Ledger.Issue.BASE, Accounts.NONE);
        final Asset shares = ledger.add("market.debt", 6, Ledger.Issue.DEBT, 0);
        final Book book;
        final int firstAccount;
        final long fixed;

        World(boolean scan, long fixed) {
            this.fixed = fixed;
            ledger.allowDebt(pool, money);
            Seq<Leg> legs = io.vavr.collection.List.of(
                    new Leg.Holding(first, new PriceSource.Mark("first")),
                    new Leg.Holding(second, new PriceSource.Mark("second")),
                    new Leg.SharedDebt(money, shares, new AccountId(pool), new PriceSource.Unit()));
            book = new Book(0, ledger, legs, new Rules(fixed, Decimal.of("0.8")), money, scan);
            firstAccount = accounts.openAll(Accounts.Kind.MARGIN, 0, outside, ACCOUNTS, i -> "market/" + i);
            book.setPrice(0, Decimal.of("2000"));
            book.setPrice(1, Decimal.of("40000"));
            book.setPrice(2, Decimal.ONE);
        }

        List<Integer> unsafe() {
            book.refresh();
            List<Integer> unsafe = new ArrayList<>();
            for (int account = firstAccount; account < firstAccount + ACCOUNTS; account++) {
                if (book.isUnsafe(account)) {
                    unsafe.add(account);
                }
            }
            return unsafe;
        }
    }

    /** Something that changes who is unsafe. */
    private interface Change {
        void apply(World world);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Change> hold = Combinators.combine(
                        Arbitraries.integers().between(0, ACCOUNTS - 1),
                        Arbitraries.of(0, 1),
                        Arbitraries.longs().between(1, 5_000_000_000L))
                .as((account, which, units) ->
                        world -> world.ledger.post(world.outside, world.firstAccount + account, which, units));
        Arbitrary<Change> owe = Combinators.combine(
                        Arbitraries.integers().between(0, ACCOUNTS - 1),
                        Arbitraries.longs().between(1, 20_000_000_000L))
                .as((account, units) -> world -> {
                    world.ledger.post(world.firstAccount + account, world.pool, world.shares.index(), units);
                    world.ledger.post(world.pool, world.outside, world.money.index(), units);
                });
        Arbitrary<Change> price = Combinators.combine(
                        Arbitraries.of(0, 1), Arbitraries.doubles().between(0.2, 4))
                .as((leg, factor) ->
                        world -> world.book.setPrice(leg, Decimal.ofDouble((leg == 0 ? 2000 : 40000) * factor)));
        Arbitrary<Change> nudge = Arbitraries.doubles()
                .between(0.999, 1.001)
                .ofScale(9)
                .map(factor -> world -> world.book.setPrice(0, Decimal.ofDouble(2000 * factor)));
        Arbitrary<Change> interest = Arbitraries.longs()
                .between(1, 1_000_000_000)
                .map(units -> world -> {
                    if (world.ledger.balance(world.shares.index(), world.pool) > 0) {
                        world.ledger.post(world.pool, world.treasury, world.money.index(), units);
                    }
                });
        Arbitrary<Change> leave = Arbitraries.integers()
                .between(0, ACCOUNTS - 1)
                .map(account -> world -> {
                    int of = world.firstAccount + account;
                    world.ledger.post(of, world.outside, 0, world.ledger.balance(0, of));
                });
        Arbitrary<Change> weights = Arbitraries.integers()
                .between(30, 99)
                .map(percent -> world -> world.book.setMargin(new Rules(world.fixed, new Decimal(percent, 2))));
        return Arbitraries.oneOf(hold, owe, price, nudge, interest, leave, weights)
                .list()
                .ofMaxSize(60);
    }

    /** A debt of a few base units rounds up by a large part of itself; its key alone would not say on which side it is. */
    @Example
    void aDebtOfDustRoundsUpAcrossTheFrontier() {
        for (long collateral = 1; collateral <= 3; collateral++) {
            for (int price = 400_000; price <= 3_000_000; price += 1_000) {
                World indexed = new World(false, 0);
                World scanned = new World(true, 0);
                for (World world : List.of(indexed, scanned)) {
                    int account = world.firstAccount;
                    world.ledger.post(world.outside, account, 0, collateral);
                    world.ledger.post(account, world.pool, world.shares.index(), 1);
                    world.ledger.post(world.pool, world.outside, world.money.index(), 1);
                    world.ledger.post(account + 1, world.pool, world.shares.index(), 10);
                    world.ledger.post(world.pool, world.outside, world.money.index(), 10);
                    world.unsafe();
                    world.ledger.post(world.pool, world.treasury, world.money.index(), 5);
                    world.book.setPrice(0, Decimal.of(price));
                }
                assertThat(indexed.unsafe()).isEqualTo(scanned.unsafe());
            }
        }
    }

    /** One share of two million units says on which side it is; when it is worth one and a half, it does not any more. */
    @Example
    void aDebtThatShrinksToDustIsLookedAtAgain() {
        World indexed = new World(false, 0);
        World scanned = new World(true, 0);
        for (World world : List.of(indexed, scanned)) {
            int account = world.firstAccount;
            world.ledger.post(world.outside, account, 0, 1);
            world.ledger.post(account, world.pool, world.shares.index(), 1);
            world.ledger.post(world.pool, world.outside, world.money.index(), 2_000_000);
            world.unsafe();
            world.ledger.post(account + 1, world.pool, world.shares.index(), 3_333_340);
            world.ledger.post(world.pool, world.outside, world.money.index(), 3_333_340);
        }
        assertThat(indexed.unsafe()).isEqualTo(scanned.unsafe());
    }

    @Property(tries = 400)
    void indexAndScanAgree(@ForAll("changes") List<Change> changes, @ForAll @IntRange(max = 1) int charged) {
        World indexed = new World(false, charged * 500_000_000L);
        World scanned = new World(true, charged * 500_000_000L);
        for (Change change : changes) {
            change.apply(indexed);
            change.apply(scanned);
            assertThat(indexed.unsafe()).isEqualTo(scanned.unsafe());
        }
        indexed.book.checkFully();
    }
}
