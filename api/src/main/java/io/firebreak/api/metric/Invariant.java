package io.firebreak.api.metric;

import io.firebreak.api.plugin.Mechanism;
import io.vavr.collection.Seq;

/** What must always hold. */
public interface Invariant extends Mechanism {
    /** Each breach as a sentence that names accounts and amounts; empty where it holds. */
    Seq<String> breaches(RunView view);
}
