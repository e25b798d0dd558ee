package io.firebreak.lending.losses;

import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.Socket;
import io.firebreak.lending.cdp.CollateralisedDebt;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

class SocialiseKitTest extends LossModelKit {
    @Override
    protected Socialise mechanism() {
        return new Socialise();
    }

    /** Nobody in particular lent what a venue issues. */
    @Override
    protected Seq<Subject> subjects() {
        CollateralisedDebt issuer = new CollateralisedDebt(
                Setting.ETH,
                Setting.USD,
                Setting.ORACLE,
                Ratio.of("1.5"),
                Rate.perYear("0.08"),
                Option.none(),
                Option.none());
        return super.subjects()
                .append(new Subject(
                        "Socialise × issued debt",
                        Socket.LOSS,
                        mechanism(),
                        Companions.around(issuer).withLosses(Vector.of(mechanism()))));
    }
}
