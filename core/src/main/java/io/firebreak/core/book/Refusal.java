package io.firebreak.core.book;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;

/** Ends an action that cannot be applied. Carries no stack: a refusal is data, and frequent. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Rejection rejection;
    private final transient Runnable whenUndone;

    public Refusal(Rejection rejection) {
        this(rejection, () -> {});
    }

    /**
     * A refusal that somebody takes note of.
     *
     * @param whenUndone done once the action has been undone
     */
    public Refusal(Rejection rejection, Runnable whenUndone) {
        super(rejection.detail(), null, false, false);
        this.rejection = rejection;
        this.whenUndone = whenUndone;
    }

    public Refusal(Reason reason, String detail) {
        this(new Rejection(reason, detail));
    }

    public Rejection rejection() {
        return rejection;
    }

    /** The action has been undone. */
    public void undone() {
        whenUndone.run();
    }
}
