package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;

/**
 * A liquidation model that leaves the only account alone that has any of what stands behind its debt: there is nobody who
 * could take the debt over.
 */
public interface SparesLast {
    /**
     * Accounts that hold that multiple of what they owe, or more, are left alone too unless somebody stands ready to pay all of
     * it, though the venue calls them unsafe for what others owe; none where there are no such accounts.
     */
    default Option<Ratio> sparesFrom() {
        return Option.none();
    }
}
