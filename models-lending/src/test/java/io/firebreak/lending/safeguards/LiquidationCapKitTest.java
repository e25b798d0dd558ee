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

    /** Lots are on sale where there are auctions: one at a time, or as many as keep to the debt of a block. */
    @Override
    protected Seq<Subject> subjects() {
        LiquidationCap many = new LiquidationCap(2, mechanism().perBlock(), Option.none());
        return super.subjects()
                .append(auctions("LiquidationCap × auctions", mechanism()))
                .append(auctions("LiquidationCap × many auctions", many));
    }

    private static Subject auctions(String name, LiquidationCap cap) {
        return new Subject(name, Socket.SAFEGUARD, cap, Companions.auction().with(cap));
    }
}
