package io.firebreak.core.engine;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.metric.Event;
import io.firebreak.core.book.Book;
import io.firebreak.core.book.IntList;
import io.firebreak.core.book.Law;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds what needs a decision at a venue and serves it to the liquidation model until nothing is left to decide. */
final class Dockets {
    static final int MOST_ROUNDS = 1000;

    private final Desk<?> desk;
    private final IntList scratch = new IntList();
    private final IntList unattended = new IntList();
    private final IntList unsafe = new IntList();
    private final IntList cured = new IntList();
    private final BitSet known = new BitSet();

    Dockets(Desk<?> desk) {
        this.desk = desk;
    }

    private long now() {
        return desk.world.block.timeMillis();
    }

    /** A new block: what nobody took care of is looked at again. */
    void newBlock() {
        Book book = desk.book;
        if (book != null) {
            for (int i = 0; i < unattended.size(); i++) {
                book.note(unattended.get(i));
            }
            unattended.clear();
        }
    }

    /** Brings the book up to date and serves dockets until nothing is left to decide. */
    void serve() {
        Book book = desk.book;
        if (book == null) {
            return;
        }
        book.refresh();
        SellerDesk<?> seller = desk.liquidation;
        for (int round = 0; book.needsAttention() || (seller != null && seller.timers.anyDue(now())); round++) {
            if (round == MOST_ROUNDS) {
                throw new Stopped(
                        Law.RULING_SETTLES.number(),
                        seller == null ? desk.name() : seller.name(),
                        desk.world.block.number(),
                        "rule " + Law.RULING_SETTLES.number() + ": still rules after " + MOST_ROUNDS + " dockets");
            }
            serveOnce(book, seller);
            book.refresh();
        }
        for (Layer<?> layer : desk.layers) {
            layer.serve(now());
        }
    }

    private void serveOnce(Book book, @Nullable SellerDesk<?> seller) {
        book.takeAttention(scratch);
        unsafe.clear();
        cured.clear();
        for (int i = 0; i < scratch.size(); i++) {
            int account = scratch.get(i);
            if (book.isUnsafe(account)) {
                if (!known.get(account)) {
                    known.set(account);
                    desk.world.event(Event.Kind.UNSAFE, desk.number, account, account, 0, 0);
                }
                if (!desk.offers.stands(account) && !isSpared(account, book, seller)) {
                    unsafe.add(account);
                }
            } else if (known.get(account)) {
                known.clear(account);
                desk.world.event(Event.Kind.CURED, desk.number, account, account, 0, 0);
                desk.offers.withdraw(account);
                cured.add(account);
            }
        }
        if (seller == null) {
            return;
        }
        seller.timers.takeDue(now(), scratch);
        if (unsafe.size() + cured.size() + scratch.size() == 0) {
            return;
        }
        Deed.Rule rule = new Deed.Rule(desk.number);
        desk.world.before(rule);
        seller.rule(ids(unsafe), ids(cured), ids(scratch));
        desk.world.after(rule);
        for (int i = 0; i < unsafe.size(); i++) {
            int account = unsafe.get(i);
            if (!desk.offers.stands(account) && book.isUnsafeNow(account)) {
                unattended.add(account);
            }
        }
    }

    private static boolean isSpared(int account, Book book, @Nullable SellerDesk<?> seller) {
        Exposure exposure = seller != null && seller.sparesContracts ? book.exposure(account) : null;
        return exposure != null
                && (book.leg(exposure.pair().give()) instanceof Leg.Contract
                        || book.leg(exposure.pair().want()) instanceof Leg.Contract);
    }

    private Seq<AccountId> ids(IntList accounts) {
        return accounts.size() == 0
                ? Array.empty()
                : Array.tabulate(accounts.size(), i -> desk.world.id(accounts.get(i)));
    }
}
