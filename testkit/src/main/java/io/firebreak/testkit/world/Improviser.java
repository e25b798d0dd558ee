package io.firebreak.testkit.world;

import io.firebreak.core.book.Accounts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.examination.Driver;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;

/** Turns choices into actions as a run goes on: it looks at what is there, and picks the amounts at which mechanisms err. */
public final class Improviser implements Driver {
    private static final Seq<Intent> OF_DEPOSITORS = Vector.of(Intent.PROVIDE, Intent.REDEEM, Intent.INFLATE);

    private final Seq<Sketch.Choice> choices;
    private final Deque<ScriptedAction> pending = new ArrayDeque<>();
    private final Ebb ebb = new Ebb();
    private int at;
    private boolean began;

    public Improviser(Seq<Sketch.Choice> choices) {
        this.choices = choices;
    }

    @Override
    public Option<ScriptedAction> next(Scene scene) {
        if (!began) {
            began = true;
            pending.addAll(provisions(scene).asJava());
        }
        ebb.look(scene);
        while (pending.isEmpty() && at < choices.size()) {
            Sketch.Choice choice = choices.get(at++);
            if (choice.intent() == Intent.WAIT) {
                return Option.none();
            }
            pending.addAll(
                    new Wish(choice, scene, venue(choice, scene), ebb).actions().asJava());
        }
        return Option.of(pending.poll());
    }

    /** What is provided to the venue beside when a script begins: by nobody, for less than is owed, or for more. */
    private Seq<ScriptedAction> provisions(Scene scene) {
        int beside = scene.venue(Setting.BESIDE);
        return beside == Accounts.NONE
                ? List.empty()
                : choices.zipWithIndex().take(choices.size() % 3).flatMap(each -> new Wish(
                                new Sketch.Choice(Intent.PROVIDE, each._2, 0, 6 + each._1.size() % 2),
                                scene,
                                beside,
                                ebb)
                        .actions());
    }

    /** Depositors come and go at the venue beside, where there is one; all else happens at the first. */
    private static int venue(Sketch.Choice choice, Scene scene) {
        int beside = scene.venue(Setting.BESIDE);
        return beside != Accounts.NONE && OF_DEPOSITORS.contains(choice.intent()) ? beside : 0;
    }

    /** What exactly a choice is where it makes sense; nothing where it makes none. */
    public static Seq<ScriptedAction> literally(Sketch.Choice choice, Scene scene) {
        return new Wish(choice, scene, venue(choice, scene), new Ebb()).actions(choice.intent());
    }
}
