package io.firebreak.api.venue;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;

/**
 * A venue that covers losses and says how much of its capital must stay behind the cover: that much divided by the gearing,
 * towards which what is required moves from where it starts. Who redeems leaves that much; what else it earns it says, too.
 */
public interface StatesCapital extends Covers {
    /** The cover that was sold. */
    Parcel cover();

    /** Cover per unit of capital that must stand behind it: 4.8. */
    Decimal gearing();

    /** How far what is required may move in a day, as a share of what it was when the day began; pro rata within it. */
    Ratio dailyMove();

    /** What is required in the first block; what the cover asks for where there is none. */
    Option<Parcel> requiredAtStart();

    /** What the capital earns, as a share of the cover, out of {@link #premiums}; nothing where there is none. */
    Option<Rate> premium();

    /** The name of the account in which premiums lie that are not earned yet. */
    String premiums();
}
