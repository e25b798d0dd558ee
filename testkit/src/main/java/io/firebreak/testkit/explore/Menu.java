package io.firebreak.testkit.explore;

import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Intent;
import io.firebreak.testkit.world.Sketch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What can be done next: the same few choices everywhere, made concrete by what is there. */
final class Menu {
    /** Wallets that take: alice and mallory. */
    private static final Seq<Integer> TAKERS = Vector.of(0, 3);
    /** A wallet that takes, and one that owns an account. */
    private static final Seq<Integer> HOLDERS = Vector.of(0, 4);
    /** The first and the second of what there is. */
    private static final Seq<Integer> TWO = Vector.of(0, 1);
    /** Two accounts and a lot. */
    private static final Seq<Integer> TARGETS = Vector.of(0, 1, 2);
    /** All, a half, one base unit. */
    private static final Seq<Integer> AMOUNTS = Vector.of(0, 2, 3);

    private static final Seq<Sketch.Choice> TAKING = choices(Vector.of(Intent.CALL), TAKERS, TARGETS, Vector.of(0))
            .appendAll(choices(Vector.of(Intent.BID), TAKERS, TARGETS, AMOUNTS));
    private static final Seq<Sketch.Choice> USING = choices(
                    Vector.of(Intent.REPAY, Intent.DEPOSIT, Intent.WITHDRAW, Intent.BORROW, Intent.TRADE),
                    HOLDERS,
                    TWO,
                    AMOUNTS)
            .appendAll(choices(
                    Vector.of(Intent.SWAP, Intent.PROVIDE, Intent.REDEEM, Intent.LOCK, Intent.RELEASE, Intent.FLASH),
                    TAKERS,
                    TWO,
                    AMOUNTS));

    private Menu() {}

    private static Seq<Sketch.Choice> choices(
            Seq<Intent> intents, Seq<Integer> who, Seq<Integer> which, Seq<Integer> sizes) {
        return intents.flatMap(intent -> who.flatMap(
                person -> which.flatMap(target -> sizes.map(size -> new Sketch.Choice(intent, person, target, size)))));
    }

    /** What somebody can do who takes what is on offer, or kicks, settles and restarts. */
    static Seq<ScriptedAction> taking(Scene scene) {
        return concrete(TAKING, scene);
    }

    /** What somebody can do who uses the venue. */
    static Seq<ScriptedAction> using(Scene scene) {
        return concrete(USING, scene);
    }

    private static Seq<ScriptedAction> concrete(Seq<Sketch.Choice> choices, Scene scene) {
        return choices.flatMap(choice -> Improviser.literally(choice, scene).headOption())
                .distinct();
    }
}
