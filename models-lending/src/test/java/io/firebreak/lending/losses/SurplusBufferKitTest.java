package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

class SurplusBufferKitTest extends LossModelKit {
    @Override
    protected SurplusBuffer mechanism() {
        return new SurplusBuffer(Option.some(new Parcel(Setting.USD, 1_000_000)));
    }

    /** Also with a floor under what nobody owes: that is none. */
    @Override
    protected Seq<Subject> subjects() {
        SurplusBuffer bare = new SurplusBuffer(Option.some(new Parcel(Setting.ETH, 1_000_000_000)));
        return super.subjects()
                .append(Subjects.of("SurplusBuffer without a floor", bare).head());
    }
}
