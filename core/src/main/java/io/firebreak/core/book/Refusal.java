package io.firebreak.core.book;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;

/** Ends an action that cannot be applied. Carries no stack: a refusal is data, and frequent. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Rejection rejection;

    public Refusal(Rejection rejection) {
        super(rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    public Refusal(Reason reason, String detail) {
        this(new Rejection(reason, detail));
    }

    public Rejection rejection() {
        return rejection;
    }
}
