package io.firebreak.testkit.kit;

import io.firebreak.api.margin.MarginModel;

/** Tries a margin model on loans. Extend it, and say which. */
public abstract class MarginModelKit extends Kit {
    @Override
    protected abstract MarginModel mechanism();
}
