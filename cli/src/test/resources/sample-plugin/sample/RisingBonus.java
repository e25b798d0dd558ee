package sample;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;

/** Offers an unsafe account at the oracle price, and a little more to whoever takes it the longer nobody does. */
@About("Anyone may repay an unsafe exposure; the bonus rises while nobody does.")
public record RisingBonus(
        @Parameter(value = "by how much the bonus rises", preset = "1%", min = "0", max = "10%") Ratio step,
        @Parameter(value = "how often it rises", preset = "1 min", min = "1 s") Duration every,
        @Parameter(value = "the largest bonus", preset = "20%", min = "0", max = "1") Ratio most)
        implements LiquidationModel<SortedMap<AccountId, Ratio>> {
    @Override
    public SortedMap<AccountId, Ratio> initial() {
        return TreeMap.empty();
    }

    @Override
    public Ruling<SortedMap<AccountId, Ratio>> rule(SortedMap<AccountId, Ratio> bonuses, Docket docket) {
        var ruling = Ruling.of(bonuses.removeAll(docket.cured()));
        for (AccountId account : docket.unsafe()) {
            ruling = offer(ruling, account, ruling.state().getOrElse(account, Ratio.ZERO), docket);
        }
        for (AccountId account : docket.due().filter(bonuses::containsKey)) {
            Ratio higher = new Ratio(bonuses.get(account).get().value().plus(step.value()));
            ruling = offer(ruling, account, higher.compareTo(most) > 0 ? most : higher, docket);
        }
        return ruling;
    }

    private Ruling<SortedMap<AccountId, Ratio>> offer(
            Ruling<SortedMap<AccountId, Ratio>> ruling, AccountId account, Ratio bonus, Docket docket) {
        return ruling.withState(ruling.state().put(account, bonus))
                .offer(account, Limit.whole(), new Ask.OverOracle(bonus))
                .wakeAt(account, docket.view().block().timeMillis() + every.toMillis());
    }

    @Override
    public Either<Rejection, Ruling<SortedMap<AccountId, Ratio>>> answer(
            SortedMap<AccountId, Ratio> bonuses, Call call, MarginView view) {
        return call instanceof Call.Bid bid ? Ruling.fillAtAsk(bonuses, bid) : Ruling.refuse(Reason.NOT_OFFERED, "bid");
    }
}
