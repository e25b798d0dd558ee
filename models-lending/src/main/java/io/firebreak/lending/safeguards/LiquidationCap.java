package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesCap;
import io.firebreak.api.safeguard.Verdict;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.math.BigDecimal;

/**
 * Bounds how often an account is liquidated in a block, how much is liquidated in a block, and how many lots are on sale at
 * once.
 *
 * <p>What counts is what begins: a kick, with the debt that it moves into a lot, and a take from an account, with what is
 * paid for it. Lots that were seized before are sold on. The first of a block passes however large it is: otherwise what is
 * larger than the bound would never be liquidated.
 */
@About(
        value = "Bounds liquidations per account and block, their value per block, and the auctions at a time.",
        follows =
                "one liquidation per account and block: Qin et al., IMC 2021; a ceiling for what is on auction: Maker dss,"
                        + " dog.sol: Hole",
        simplifies = "counts lots where Maker counts debt")
public record LiquidationCap(
        @Parameter(
                        value = "most liquidations of one account in a block",
                        preset = "1",
                        min = "1",
                        source = "Qin et al., An Empirical Study of DeFi Liquidations")
                int perAccount,
        @Parameter("most debt liquidated in a block; any where left out") Option<Parcel> perBlock,
        @Parameter(value = "most lots on sale at once; any number where left out", min = "1") Option<Integer> auctions)
        implements Safeguard<LiquidationCap.Block>, StatesCap {
    /**
     * What began in this block.
     *
     * @param value in whole units of the numeraire
     * @param times by number of the account
     */
    public record Block(BigDecimal value, TreeMap<Integer, Integer> times) {
        private static final Block NEW = new Block(BigDecimal.ZERO, TreeMap.empty());

        int times(AccountId account) {
            return times.get(account.index()).getOrElse(0);
        }
    }

    @Override
    public Block initial() {
        return Block.NEW;
    }

    @Override
    public Block observe(Block state, MarginView view) {
        return Block.NEW;
    }

    @Override
    public Verdict judge(Block state, Proposal proposal, MarginView view) {
        if (!(proposal instanceof Proposal.Liquidation step) || !step.begins()) {
            return Verdict.ALLOW;
        }
        if (state.times(step.call().target()) >= perAccount) {
            return new Verdict.Stop("the account was liquidated " + perAccount + " times in this block");
        }
        if (step.call() instanceof Call.Kick
                && auctions.exists(most -> view.lots().size() >= most)) {
            return new Verdict.Stop(view.lots().size() + " lots are on sale");
        }
        for (Parcel most : perBlock) {
            Option<Exposure> owed = view.exposure(step.call().target());
            BigDecimal sum = state.value().add(value(step.call(), owed, view));
            if (state.value().signum() > 0 && sum.compareTo(value(most.asset(), most.units(), view)) > 0) {
                return new Verdict.Stop("more than " + most + " would be liquidated in this block");
            }
        }
        return Verdict.ALLOW;
    }

    @Override
    public Block note(Block state, Proposal proposal, Verdict verdict, MarginView view) {
        if (!(proposal instanceof Proposal.Liquidation step) || !step.begins() || verdict instanceof Verdict.Stop) {
            return state;
        }
        AccountId target = step.call().target();
        BigDecimal value = value(step.call(), seized(target, view), view);
        return new Block(state.value().add(value), state.times().put(target.index(), state.times(target) + 1));
    }

    /** The debt of the lot that was seized last from an account. */
    private static Option<Exposure> seized(AccountId account, MarginView view) {
        return view.lots()
                .filter(lot -> view.owner(lot).equals(account))
                .lastOption()
                .flatMap(view::exposure);
    }

    /** What a take pays; of a kick, what is owed there. */
    private static BigDecimal value(Call call, Option<Exposure> owed, MarginView view) {
        if (call instanceof Call.Bid bid) {
            return value(bid.offer().pair().want(), paid(bid), view);
        }
        return owed.map(exposure -> {
                    Asset counted = exposure.onWant()
                            ? exposure.pair().want()
                            : exposure.pair().give();
                    return value(counted, exposure.units(), view);
                })
                .getOrElse(BigDecimal.ZERO);
    }

    /** What a bid pays at most: no more than the offer wants, and than what it gives is sold for. */
    private static long paid(Call.Bid bid) {
        StandingOffer offer = bid.offer();
        long want = Math.min(bid.pay(), offer.mostWant());
        return offer.price().giveDown(want) > offer.mostGive() ? offer.price().wantUp(offer.mostGive()) : want;
    }

    /** In whole units of the numeraire; nothing where there is no price. */
    private static BigDecimal value(Asset asset, long units, MarginView view) {
        return view.price(asset)
                .map(price ->
                        price.value().toBigDecimal().multiply(asset.whole(units).toBigDecimal()))
                .getOrElse(BigDecimal.ZERO);
    }
}
