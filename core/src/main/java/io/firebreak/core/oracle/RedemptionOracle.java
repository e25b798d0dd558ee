package io.firebreak.core.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.Live;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Shows what a claim would redeem for now, each part at the price of another oracle; as old as the oldest of them. A part
 * that no price is named for counts one for one.
 *
 * <p>It says nothing while a price is missing or the claim redeems for nothing. Whoever can move what the claim redeems for
 * inside a block (the reserves of a pool) moves what it shows.
 */
@About("What a claim redeems for with the venue that issued it, at other oracles' prices.")
public record RedemptionOracle(
        @Parameter("a deposit receipt, a share of a pool") Asset claim,
        @Parameter("the oracles of what it redeems for; what is not named counts one for one") Seq<Part> prices)
        implements OracleModel<Nothing>, Live {
    /** So many whole units are asked about, so that a small one does not round to nothing. */
    private static final long MANY = 1_000_000;

    private static final MathContext DIGITS = new MathContext(Decimal.CROSSING_DIGITS, RoundingMode.DOWN);

    /** Whence the price of a part comes. */
    public record Part(
            @Parameter("what the claim redeems for") Asset asset,
            @Parameter("its price, of an oracle declared earlier") OracleRef oracle) {}

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Publication<Nothing> step(Nothing state, OracleView view) {
        long units = claim.unitsDown(Decimal.of(MANY));
        BigDecimal value = BigDecimal.ZERO;
        long observed = view.block().timeMillis();
        for (Parcel part : view.redemption(claim, units)) {
            Option<OracleRef> oracle =
                    prices.find(each -> each.asset().equals(part.asset())).map(Part::oracle);
            BigDecimal whole = part.asset().whole(part.units()).toBigDecimal();
            if (oracle.isEmpty()) {
                value = value.add(whole);
                continue;
            }
            Option<Price> price = view.other(oracle.get());
            if (price.isEmpty()) {
                return Publication.silent(state);
            }
            value = value.add(whole.multiply(price.get().value().toBigDecimal()));
            observed = Math.min(observed, price.get().observedMillis());
        }
        return value.signum() == 0
                ? Publication.silent(state)
                : Publication.of(
                        state, new Price(Decimal.of(value.divide(BigDecimal.valueOf(MANY), DIGITS)), observed));
    }
}
