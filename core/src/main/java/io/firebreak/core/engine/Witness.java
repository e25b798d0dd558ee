package io.firebreak.core.engine;

import io.firebreak.api.action.Rejection;

/** Somebody who looks at a run before and after everything that happens in it. It only looks. */
public interface Witness {
    /** Nobody looks. */
    Witness NOBODY = new Witness() {
        @Override
        public void before(Deed deed, Scene scene) {}

        @Override
        public void after(Deed deed, Scene scene) {}

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene) {}
    };

    void before(Deed deed, Scene scene);

    /** It happened. */
    void after(Deed deed, Scene scene);

    /** It was refused, and left no trace but the gas paid for it. */
    void refused(Deed deed, Rejection rejection, Scene scene);
}
