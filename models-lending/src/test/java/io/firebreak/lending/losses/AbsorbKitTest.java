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

class AbsorbKitTest extends LossModelKit {
    @Override
    protected Absorb mechanism() {
        return new Absorb(Ratio.of("0.6"), Ratio.of("0.93"), Option.none());
    }

    /** There are estates where accounts are seized. */
    @Override
    protected Seq<Subject> subjects() {
        return super.subjects()
                .append(new Subject(
                        "Absorb × seizures",
                        Socket.LOSS,
                        mechanism(),
                        Companions.losing(mechanism())
                                .with(new Seizure(Option.none(), Option.none()))
                                .withLosses(Vector.of(mechanism()))));
    }
}
