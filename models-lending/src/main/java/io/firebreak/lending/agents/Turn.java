package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.StandingOffer;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** One decision of a keeper while it is made: what it may still spend, what lots are worth now, what it sends. */
final class Turn {
    private static final long BID_GAS = 180_000;
    private static final long SETTLE_GAS = 120_000;
    private static final long FLASH_GAS = 270_000;

    private final Keeper keeper;
    private final AgentView view;
    private final long feeGwei;
    private Memory memory;
    private List<Submission> sent = List.empty();
    private long cash;
    private long gasLeft;
    private @Nullable Pair valuedPair;
    private double unitValue;

    Turn(Keeper keeper, Memory memory, AgentView view) {
        this.keeper = keeper;
        this.memory = memory;
        this.view = view;
        cash = view.balance(view.self(), keeper.capital().asset()) - memory.committed();
        Option<Asset> gas = view.gasAsset();
        feeGwei = gas.isEmpty()
                ? 0
                : (long) Math.ceil(Math.min(
                        view.gasPrice(keeper.gasPercentile().value().toDouble()),
                        keeper.gasCap().toDouble()));
        gasLeft = gas.map(asset -> view.balance(view.self(), asset)).getOrElse(Long.MAX_VALUE);
    }

    AgentView view() {
        return view;
    }

    Memory memory() {
        return memory;
    }

    void remember(Memory next) {
        memory = next;
    }

    long cash() {
        return cash;
    }

    /** Whether its gas reserve pays for so much gas, besides what it has sent. */
    boolean affords(long gas) {
        return gas * feeGwei <= gasLeft;
    }

    void send(Action action, long label) {
        gasLeft -= action.gas() * feeGwei;
        sent = sent.prepend(new Submission(action, feeGwei, 1, label));
    }

    /** Expects a receipt before it deals with the target again. */
    void await(AccountId target, long locked, boolean leads) {
        cash -= locked;
        memory = memory.await(target, locked, leads);
    }

    Seq<Submission> submissions() {
        return sent.reverse();
    }

    /** Forgets a lead that somebody else has taken over. */
    void notice(StandingOffer offer) {
        if (offer.ask() instanceof Ask.BestBid best
                && memory.leads(offer.target())
                && !best.leader().contains(view.self())) {
            memory = memory.outbid(offer.target());
        }
    }

    /** The bid it would send; none where it is no profit, or it leads already. */
    Option<Prospect> appraise(StandingOffer offer) {
        if (!offer.pair().want().equals(keeper.capital().asset())) {
            return Option.none();
        }
        return offer.ask() instanceof Ask.BestBid best ? appraise(offer, best) : appraiseAtAsk(offer);
    }

    private Option<Prospect> appraise(StandingOffer offer, Ask.BestBid best) {
        if (best.want() > cash || best.leader().contains(view.self())) {
            return Option.none();
        }
        if (best.leader().isDefined() && !keeper.outbids()) {
            return Option.none();
        }
        double value = value(offer.pair(), best.give());
        long opening = (long) (value * keeper.openingBid().value().toDouble());
        long pay = Math.min(Math.max(best.want(), Math.min(opening, best.most())), cash);
        return profitable(value, pay, BID_GAS + SETTLE_GAS)
                ? Option.some(new Prospect(offer, pay, best.give(), true, false))
                : Option.none();
    }

    private Option<Prospect> appraiseAtAsk(StandingOffer offer) {
        long wanted = offer.mostWant();
        boolean flash = keeper.flashLender().isDefined() && cash < wanted;
        long budget = flash ? loan(wanted) : cash;
        long pay = Math.min(wanted, budget);
        long receive = Math.min(offer.price().giveDown(pay), offer.mostGive());
        pay = Math.min(pay, offer.price().wantUp(receive));
        return receive > 0 && profitable(value(offer.pair(), receive), pay, flash ? BID_GAS + FLASH_GAS : BID_GAS)
                ? Option.some(new Prospect(offer, pay, receive, false, flash))
                : Option.none();
    }

    private long loan(long wanted) {
        Asset asset = keeper.capital().asset();
        return view.quote(keeper.flashLender().get(), asset, wanted, asset).getOrElse(0L);
    }

    private boolean profitable(double value, long pay, long gas) {
        return value - pay - gasCost(gas)
                >= keeper.minProfit().map(Parcel::units).getOrElse(1L);
    }

    /** Gas in base units of the capital's asset, at the outside price. */
    private double gasCost(long gas) {
        if (feeGwei == 0) {
            return 0;
        }
        Asset asset = view.gasAsset().get();
        Asset money = keeper.capital().asset();
        double whole = asset.wholeAsDouble(gas * feeGwei) * view.worth(asset) / view.worth(money);
        return whole / money.wholeAsDouble(1);
    }

    /** What so many units would fetch where it sells; all of a pair at the price of the first lot looked at. */
    private double value(Pair pair, long units) {
        if (units == 0) {
            return 0;
        }
        if (!pair.equals(valuedPair)) {
            Asset get = pair.want();
            long fetched = keeper.exit()
                    .map(amm -> view.quote(amm, pair.give(), units, get).getOrElse(0L))
                    .getOrElse(() -> view.quote(keeper.market(), pair.give(), units, get));
            valuedPair = pair;
            unitValue = (double) fetched / units;
        }
        return unitValue * units;
    }
}
