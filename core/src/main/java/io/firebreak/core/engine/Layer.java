package io.firebreak.core.engine;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.metric.Event;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.IntList;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A loss layer during a run. */
final class Layer<S> {
    private final Desk<?> desk;
    private final LossModel<S> model;
    private final int self;
    private final SellerDesk<S> seller;
    private Bearing.@Nullable Outcome answered;

    Layer(Desk<?> desk, LossModel<S> model, String name, int number, int self) {
        this.desk = desk;
        this.model = model;
        this.self = self;
        seller = new SellerDesk<>(desk, asSeller(model), name, number, self, model.paysFrom());
    }

    @SuppressWarnings("unchecked")
    private static <S> Seller<S> asSeller(LossModel<S> model) {
        return model instanceof Seller<?> seller ? (Seller<S>) seller : new SellsNothing<>(model);
    }

    SellerDesk<S> seller() {
        return seller;
    }

    /** Asks the layer to bear what is missing. */
    Bearing.Outcome bear(Asset asset) {
        long missing = -desk.world.ledger.balance(asset.index(), desk.shortfall);
        Shortfall shortfall =
                new Shortfall(new Parcel(asset, missing), desk.world.id(desk.shortfall), desk.lots.estates());
        Bearing<S> bearing = desk.world.ask(seller.name(), () -> model.bear(seller.state(), shortfall, seller.eyes()));
        answered = bearing.outcome();
        seller.setState(bearing.state());
        seller.carryOut(bearing.reversed(), Accounts.NONE);
        long borne = missing + desk.world.ledger.balance(asset.index(), desk.shortfall);
        if (borne > 0) {
            desk.world.event(Event.Kind.BORNE, desk.number, desk.shortfall, self, asset.index(), borne);
        }
        return bearing.outcome();
    }

    /** What it said when it was last asked; {@code null} where it never was. */
    Bearing.@Nullable Outcome answered() {
        return answered;
    }

    /** Serves what its sales wait for. */
    void serve(long nowMillis) {
        if (!seller.timers.anyDue(nowMillis)) {
            return;
        }
        IntList due = new IntList();
        seller.timers.takeDue(nowMillis, due);
        java.util.List<AccountId> targets = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            targets.add(desk.world.id(due.get(i)));
        }
        if (!targets.isEmpty()) {
            Seq<AccountId> none = List.empty();
            seller.rule(none, none, Array.ofAll(targets));
        }
    }

    /** A loss model that only pays. */
    private record SellsNothing<S>(LossModel<S> model) implements Seller<S> {
        @Override
        public S initial() {
            return model.initial();
        }

        @Override
        public Ruling<S> rule(S state, Docket docket) {
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<S>> answer(S state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_OFFERED, "nothing is sold here");
        }
    }
}
