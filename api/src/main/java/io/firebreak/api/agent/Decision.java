package io.firebreak.api.agent;

import io.firebreak.api.action.Submission;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What an agent does in a block: its next state, what it sends, and when it wants to be asked again. */
public record Decision<S>(S state, Seq<Submission> submissions, Wake wake) {
    public static <S> Decision<S> idle(S state, Wake wake) {
        return new Decision<>(state, List.empty(), wake);
    }
}
