package io.firebreak.testkit.world;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What is done to a venue by whoever means it ill, or does not mean it. */
record Attacks(Wish wish) {
    /** Something, and what takes it back: to the unit where that is known. */
    Seq<ScriptedAction> thereAndBack() {
        Asset give = wish.asset();
        if (!wish.scene().backings(wish.venue()).isEmpty()) {
            Quantity units = wish.amount(wish.scene().balance(wish.self(), Setting.ETH));
            return wish.said(new Action.Lock(wish.ref(), Setting.ETH, units))
                    .appendAll(wish.said(new Action.Release(wish.ref(), Setting.WETH, units)));
        }
        if (wish.claim().isDefined() && wish.choice().who() % 2 == 0) {
            return wish.said(new Action.Provide(wish.ref(), wish.provided()))
                    .appendAll(
                            wish.said(new Action.Redeem(wish.ref(), wish.claim().get(), Quantity.all())));
        }
        if (!wish.scene().hasMargin(wish.venue())) {
            long in = Math.max(0, wish.scene().balance(wish.self(), give))
                    / (1 + wish.choice().size());
            long out = wish.scene().quote(wish.venue(), give, in, wish.other()).getOrElse(0L);
            return out == 0
                    ? List.empty()
                    : wish.said(new Action.Swap(wish.ref(), give, Quantity.of(in), wish.other(), 0))
                            .appendAll(wish.said(new Action.Swap(wish.ref(), wish.other(), Quantity.of(out), give, 0)));
        }
        Seq<Leg> contracts = wish.scene().legs(wish.venue()).filter(Leg.Contract.class::isInstance);
        if (contracts.nonEmpty() && wish.choice().which() % 2 == 0) {
            Asset contract = contracts.head().asset();
            long units = contract.unitsDown(Decimal.ONE) * (wish.choice().size() % 2 == 0 ? 1 : -1);
            return wish.collateral()
                    .appendAll(wish.said(new Action.Trade(wish.ref(), contract, units)))
                    .appendAll(wish.said(new Action.Trade(wish.ref(), contract, -units)));
        }
        if (contracts.isEmpty() && wish.choice().which() % 3 == 0) {
            Quantity units = wish.amount(1_000_003L);
            return wish.collateral()
                    .appendAll(wish.said(new Action.Borrow(wish.ref(), wish.debt(), units)))
                    .appendAll(wish.said(new Action.Repay(wish.ref(), wish.debt(), units)));
        }
        Quantity units = wish.amount(wish.scene().balance(wish.self(), give));
        return wish.said(new Action.Deposit(wish.ref(), give, units))
                .appendAll(wish.said(new Action.Withdraw(wish.ref(), give, units)));
    }

    /** The attack of the first depositor: a share for next to nothing, a gift, and somebody rounded away. */
    Seq<ScriptedAction> inflate() {
        if (wish.claim().isEmpty()) {
            return List.empty();
        }
        String attacker = Setting.WALLETS.get(wish.choice().who() % Setting.WALLETS.size());
        String victim = Setting.WALLETS.get((wish.choice().who() + 1) % Setting.WALLETS.size());
        boolean one = wish.isOfOne();
        long least = wish.choice().size() % 3 == 0 ? 1 : wish.choice().size() % 3 == 1 ? 2000 : 1_000_000;
        long gift = 10_000_000_000L * (1 + wish.choice().size() % 7);
        Scene scene = wish.scene();
        String first = scene.spec(wish.venue()).venue().plan().accounts().head().name();
        AccountId pool = scene.own(wish.venue(), first);
        Action.Redeem leave = new Action.Redeem(wish.ref(), wish.claim().get(), Quantity.all());
        return wish.said(attacker, provide(least, least, one))
                .append(Named.of(scene, pool, stand -> new Action.Transfer(stand, Setting.USD, Quantity.of(gift)))
                        .by(attacker, scene))
                .appendAll(wish.said(victim, provide(10_000_000_000L, gift + gift / 2, one)))
                .appendAll(wish.said(attacker, leave))
                .appendAll(wish.said(victim, leave));
    }

    private Action provide(long ether, long dollars, boolean one) {
        return new Action.Provide(
                wish.ref(),
                one ? Vector.of(Quantity.of(dollars)) : Vector.of(Quantity.of(ether), Quantity.of(dollars)));
    }

    Seq<ScriptedAction> sandwich() {
        return wish.target()
                .flatMap(wish::bid)
                .map(named -> wish.said(new Named(
                        new Action.Bundle(Vector.of(
                                wish.sale(Setting.ETH, Quantity.of(10_000_000_000L)),
                                named.action(),
                                wish.sale(Setting.USD, new Quantity.ResultOf(0)))),
                        named.names())))
                .getOrElse(List.empty());
    }

    Seq<ScriptedAction> flash() {
        if (!(wish.scene().spec(wish.venue()).venue() instanceof SettlesAtEnd<?>)) {
            return List.empty();
        }
        Asset lent = Setting.ASSETS
                .find(asset -> wish.scene().quote(wish.venue(), asset, 1, asset).exists(each -> each > 0))
                .getOrElse(Setting.USD);
        long there =
                wish.scene().quote(wish.venue(), lent, Long.MAX_VALUE / 4, lent).getOrElse(0L);
        Action borrow = new Action.FlashBorrow(wish.ref(), lent, wish.amount(there));
        Action back = new Action.FlashReturn(wish.ref(), lent);
        Seq<Action> steps =
                switch ((wish.choice().which() / 4 + wish.choice().who()) % 4) {
                    case 0 -> List.of(borrow);
                    case 1 -> List.of(borrow, borrow, back);
                    case 2 -> List.of(borrow, wish.sale(lent, Quantity.all()), back);
                    default -> List.of(borrow, back);
                };
        return wish.said(new Action.Bundle(steps));
    }

    Seq<ScriptedAction> dust() {
        return wish.said(new Action.Deposit(
                        wish.ref(), wish.asset(), Quantity.of(1 + wish.choice().size() % 1000)))
                .appendAll(wish.said(new Action.Borrow(
                        wish.ref(), wish.debt(), Quantity.of(1 + wish.choice().which() % 10))));
    }

    Seq<ScriptedAction> around() {
        Seq<ScriptedAction> before =
                wish.said(new Action.Withdraw(wish.ref(), wish.asset(), wish.amount(wish.held(wish.asset()))));
        Seq<ScriptedAction> after =
                wish.said(new Action.Repay(wish.ref(), wish.debt(), wish.amount(wish.owed(wish.debt()))));
        return before.appendAll(
                        wish.bids(Setting.WALLETS.get(wish.choice().size() % Setting.WALLETS.size()), wish.own()))
                .appendAll(after);
    }
}
