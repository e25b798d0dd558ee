package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.kit.SafeguardKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

class LiquidationCapKitTest extends SafeguardKit {
    @Override
    protected LiquidationCap mechanism() {
        return new LiquidationCap(2, Option.some(new Parcel(Setting.USD, 1_000_000_000)), Option.some(1));
    }

    /** Lots are on sale where there are auctions. */
    @Override
    protected Seq<Subject> subjects() {
        return super.subjects()
                .append(new Subject(
                        "LiquidationCap × auctions",
                        Socket.SAFEGUARD,
                        mechanism(),
                        Companions.auction().with(mechanism())));
    }
}
