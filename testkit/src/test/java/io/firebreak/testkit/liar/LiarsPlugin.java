package io.firebreak.testkit.liar;

import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.testkit.liar.liquidation.AuctionLiars;
import io.firebreak.testkit.liar.liquidation.EnglishLiars;
import io.firebreak.testkit.liar.liquidation.LoanLiars;
import io.firebreak.testkit.liar.liquidation.SpreadLiars;
import io.firebreak.testkit.liar.loss.LossLiars;
import io.firebreak.testkit.liar.venue.GuardLiars;
import io.firebreak.testkit.liar.venue.LendingLiars;
import io.firebreak.testkit.liar.venue.MarginLiars;
import io.firebreak.testkit.liar.venue.OracleLiars;
import io.firebreak.testkit.liar.venue.TradeLiars;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;

/** Offers every liar under its name, {@code fills-beyond-its-offer}, so that the scripts which give them away replay. */
public final class LiarsPlugin extends FirebreakModule {
    private static final Seq<Class<?>> SHELVES = Vector.of(
            SpreadLiars.class,
            AuctionLiars.class,
            EnglishLiars.class,
            LoanLiars.class,
            LossLiars.class,
            LendingLiars.class,
            TradeLiars.class,
            MarginLiars.class,
            GuardLiars.class,
            OracleLiars.class);

    @Override
    protected void mechanisms() {
        SHELVES.flatMap(shelf -> Array.of(shelf.getDeclaredClasses()))
                .filter(type -> type.isRecord() && Mechanism.class.isAssignableFrom(type))
                .forEach(type -> mechanism(name(type), type.asSubclass(Mechanism.class)));
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
