package io.firebreak.lending.losses;

import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.Socket;
import io.firebreak.lending.seizure.Seizure;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

class RedistributeKitTest extends LossModelKit {
    @Override
    protected Redistribute mechanism() {
        return new Redistribute();
    }

    /** There are estates where accounts are seized. */
    @Override
    protected Seq<Subject> subjects() {
        return super.subjects()
                .append(new Subject(
                        "Redistribute × seizures",
                        Socket.LOSS,
                        mechanism(),
                        Companions.loan()
                                .with(new Seizure(Option.some(Ratio.of("1.1")), Option.none()))
                                .withLosses(Vector.of(mechanism()))));
    }
}
