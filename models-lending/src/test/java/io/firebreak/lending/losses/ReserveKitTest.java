package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

class ReserveKitTest extends LossModelKit {
    @Override
    protected Reserve mechanism() {
        return new Reserve(Ratio.of("0.3"), Option.some(new Parcel(Setting.USD, 500_000_000)));
    }

    /** Also with a limit on what nobody owes: that is none. */
    @Override
    protected Seq<Subject> subjects() {
        Reserve unlimited = new Reserve(Ratio.of("0.8"), Option.some(new Parcel(Setting.ETH, 1_000)));
        return super.subjects().appendAll(Subjects.of("Reserve without a limit", unlimited));
    }
}
