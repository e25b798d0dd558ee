package io.firebreak.api.margin;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.Mechanism;
import io.vavr.Function1;
import io.vavr.collection.Seq;

/**
 * Which holdings stand behind which debts, and how healthy an account is.
 *
 * <p>A model that is linear in prices says so by being a {@link LinearMargin} and gets the engine's index; any other is
 * scanned.
 */
public interface MarginModel extends Mechanism {
    /**
     * How the account stands.
     *
     * @param holdings signed, in the order of the venue's legs; debts are negative
     * @param legs what each holding is
     * @param value the value of a holding in numeraire base units, exact sign, rounded against the account
     */
    Health health(Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement);
}
