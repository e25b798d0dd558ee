package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.Socket;
import io.firebreak.lending.seizure.Seizure;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

class AbsorbKitTest extends LossModelKit {
    @Override
    protected Absorb mechanism() {
        return new Absorb(Ratio.of("0.6"), Ratio.of("0.93"), Option.none());
    }

    /** There are estates where accounts are seized; with a target they are not always for sale. */
    @Override
    protected Seq<Subject> subjects() {
        Parcel target = new Parcel(Setting.USD, 2_500_000_000L);
        return super.subjects()
                .append(ofSeizures("Absorb × seizures", mechanism()))
                .append(ofSeizures(
                        "Absorb up to a target × seizures",
                        new Absorb(Ratio.of("0.6"), Ratio.of("0.93"), Option.some(target))));
    }

    private static Subject ofSeizures(String name, Absorb absorb) {
        return new Subject(
                name,
                Socket.LOSS,
                absorb,
                Companions.losing(absorb)
                        .with(new Seizure(Option.none(), Option.none()))
                        .withLosses(Vector.of(absorb)));
    }
}
