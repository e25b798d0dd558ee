package io.firebreak.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.ledger.Asset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerProperties {
    private static final int WALLETS = 5;

    private final Accounts accounts = new Accounts();
    private final UndoLog undo = new UndoLog();
    private final Ledger ledger = new Ledger(accounts, undo);
    private final int outside = accounts.open(Accounts.Kind.OUTSIDE, Accounts.NONE, Accounts.NONE, "outside");
    private final Asset base = ledger.add("ETH", 9, Ledger.Issue.BASE, Accounts.NONE);

    LedgerProperties() {
        for (int i = 0; i < WALLETS; i++) {
            accounts.open(Accounts.Kind.WALLET, Accounts.NONE, Accounts.NONE, "wallet-" + i);
        }
    }

    /** A posting between two of the accounts. */
    record Move(int from, int to, long units) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Long> units = Arbitraries.longs().between(0, Long.MAX_VALUE / 4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, WALLETS),
                        Arbitraries.integers().between(0, WALLETS),
                        units)
                .as(Move::new)
                .list()
                .ofMaxSize(40);
    }

    private void post(List<Move> moves) {
        for (Move move : moves) {
            try {
                ledger.post(move.from(), move.to(), base.index(), move.units());
            } catch (Refusal refused) {
                assertThat(ledger.balance(base.index(), move.from())).isLessThan(move.units());
            } catch (LawBroken outOfRange) {
                assertThat(outOfRange.law()).isEqualTo(Law.AMOUNT_RANGE);
            }
        }
    }

    @Property
    void everyAssetSumsToZeroAndNoWalletIsNegative(@ForAll("moves") List<Move> moves) {
        post(moves);

        long sum = 0;
        for (int account = 0; account <= WALLETS; account++) {
            sum += ledger.balance(base.index(), account);
            assertThat(account == outside || ledger.balance(base.index(), account) >= 0)
                    .isTrue();
        }
        assertThat(sum).isZero();
        ledger.checkFully();
    }

    @Property
    void rollingBackLeavesNoTrace(@ForAll("moves") List<Move> before, @ForAll("moves") List<Move> undone) {
        post(before);
        long[] balances = balances();

        undo.begin();
        post(undone);
        undo.rollBack();

        assertThat(balances()).isEqualTo(balances);
        ledger.checkFully();
    }

    private long[] balances() {
        long[] balances = new long[WALLETS + 1];
        for (int account = 0; account <= WALLETS; account++) {
            balances[account] = ledger.balance(base.index(), account);
        }
        return balances;
    }

    @Example
    void whatIsWrittenOnOneSideOnlyBreaksALaw() {
        ledger.undo(base.index(), 1, 5, null);

        assertThatThrownBy(ledger::checkBlock)
                .isInstanceOf(LawBroken.class)
                .hasMessageContaining("rule 101")
                .hasMessageContaining("changed by 5 base units");
    }

    @Example
    void aWalletThatHasTooLittleIsRefused() {
        assertThatThrownBy(() -> ledger.post(1, 2, base.index(), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("wallet-0")
                .hasMessageContaining("needs 0.000000001 ETH");
    }

    @Example
    void aVenuesOwnAccountThatMayNotOweBreaksALaw() {
        int own = accounts.open(Accounts.Kind.OWN, 0, Accounts.NONE, "pool/reserve");

        assertThatThrownBy(() -> ledger.post(own, 1, base.index(), 1))
                .isInstanceOf(LawBroken.class)
                .hasMessageContaining("rule 102");
    }

    @Example
    void aShareMayBeOwedByItsIssuerOnly() {
        Asset share = ledger.add("pool.shares", 6, Ledger.Issue.SHARE, 0);
        int own = accounts.open(Accounts.Kind.OWN, 0, Accounts.NONE, "pool/pool");

        ledger.post(own, 1, share.index(), 7);

        assertThat(ledger.balance(share.index(), own)).isEqualTo(-7);
        assertThatThrownBy(() -> ledger.post(outside, 1, share.index(), 1)).isInstanceOf(Refusal.class);
    }
}
