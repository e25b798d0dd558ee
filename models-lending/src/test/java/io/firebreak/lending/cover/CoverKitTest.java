package io.firebreak.lending.cover;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

class CoverKitTest extends LossModelKit {
    @Override
    protected Cover mechanism() {
        return new Cover(new Parcel(Setting.USD, 1_000_000_000));
    }

    /** Somebody covers losses only where there are members. */
    @Override
    protected Seq<Subject> subjects() {
        return super.subjects()
                .append(new Subject(
                        "Cover × members",
                        Socket.LOSS,
                        mechanism(),
                        Companions.loan().withLosses(Vector.of(mechanism())).beside(CoverPoolKitTest.POOL)));
    }
}
