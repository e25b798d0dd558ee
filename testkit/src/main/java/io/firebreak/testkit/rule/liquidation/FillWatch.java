package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.liquidation.Call;
import io.firebreak.api.metric.Event;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** Hands each liquidation to a check, with what its account was just before. */
public class FillWatch implements Watch {
    /** What must hold of a liquidation. */
    public interface Check {
        void check(Fill fill, Notes notes);
    }

    /** A fill or a seizure, and what its account was before. */
    public static final class Fill {
        private final Scene scene;
        private final Outsider outsider;
        private final Deed deed;
        private final Event event;
        private final long penalty;
        private final long[] before;
        private final boolean first;
        private final boolean only;

        private Fill(
                Scene scene,
                Outsider outsider,
                Deed deed,
                Event event,
                long penalty,
                long[] before,
                boolean first,
                boolean only) {
            this.scene = scene;
            this.outsider = outsider;
            this.deed = deed;
            this.event = event;
            this.penalty = penalty;
            this.before = before;
            this.first = first;
            this.only = only;
        }

        public Scene scene() {
            return scene;
        }

        public Outsider outsider() {
            return outsider;
        }

        /** In which it happened. */
        Deed deed() {
            return deed;
        }

        /** {@code FILLED} or {@code SEIZED}. */
        public Event event() {
            return event;
        }

        /** The part of what was paid that went to the treasury. */
        long penalty() {
            return penalty;
        }

        /** What the account held and owed before the deed. */
        public long[] before() {
            return before;
        }

        /** Whether nothing else happened to the account in this deed before. */
        public boolean first() {
            return first;
        }

        /** Whether nothing else happens to the account in this deed. */
        boolean only() {
            return only;
        }

        public boolean is(Event.Kind kind) {
            return event.kind() == kind;
        }

        int target() {
            return event.subject().index();
        }

        boolean onLot() {
            return scene.isLot(target());
        }

        long[] now() {
            return outsider.amounts(target());
        }

        public String name() {
            return scene.name(event.subject());
        }

        /** The bid that was answered; none where a mechanism liquidates by itself or settles an auction. */
        Option<Call.Bid> bid() {
            return deed instanceof Deed.Answer answer && answer.call() instanceof Call.Bid bid
                    ? Option.some(bid)
                    : Option.none();
        }
    }

    private final Check check;
    private Seq<Outsider> outsiders = Array.empty();
    private long[] @Nullable [] before = new long[0][];
    private int[] touches = new int[0];
    private boolean[] touched = new boolean[0];
    private int events;
    private long penalty;

    public FillWatch(Check check) {
        this.check = check;
    }

    @Override
    public void begin(Scene scene, Notes notes) {
        outsiders = Outsider.of(scene);
    }

    @Override
    public void before(Deed deed, Scene scene, Notes notes) {
        if (deed instanceof Deed.Rule || deed instanceof Deed.Answer) {
            events = scene.events();
            before = new long[scene.accounts()][];
            touched = new boolean[scene.accounts()];
            touches = new int[scene.accounts()];
            for (Outsider outsider : outsiders) {
                look(outsider, deed, scene);
            }
        }
    }

    private void look(Outsider outsider, Deed deed, Scene scene) {
        if (deed instanceof Deed.Answer answer) {
            int target = answer.call().target().index();
            if (answer.venue() == outsider.venue()) {
                before[target] = outsider.amounts(target);
            }
        } else if (deed instanceof Deed.Rule rule && rule.venue() == outsider.venue()) {
            for (int account = 0; account < before.length; account++) {
                boolean margin = scene.kind(account) == Accounts.Kind.MARGIN || scene.isOpenLot(account);
                if (margin && scene.venueOf(account) == outsider.venue()) {
                    before[account] = outsider.amounts(account);
                }
            }
        }
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        if (!(deed instanceof Deed.Rule) && !(deed instanceof Deed.Answer)) {
            return;
        }
        penalty = 0;
        scene.events(events, event -> {
            if (isTouch(event) && event.subject().index() < touches.length) {
                touches[event.subject().index()]++;
            }
        });
        scene.events(events, event -> {
            if (event.kind() == Event.Kind.PENALTY) {
                penalty = event.first().units();
            } else if (isTouch(event)) {
                hand(event, deed, scene, notes);
            }
        });
    }

    private static boolean isTouch(Event event) {
        return event.kind() == Event.Kind.FILLED || event.kind() == Event.Kind.SEIZED;
    }

    private void hand(Event event, Deed deed, Scene scene, Notes notes) {
        int target = event.subject().index();
        long[] amounts = target < before.length ? before[target] : null;
        for (Outsider outsider : outsiders) {
            if (amounts != null && scene.venueOf(target) == outsider.venue()) {
                boolean only = touches[target] == 1;
                check.check(new Fill(scene, outsider, deed, event, penalty, amounts, !touched[target], only), notes);
                touched[target] = true;
            }
        }
        penalty = 0;
    }
}
