package io.firebreak.core.book;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/** A mechanism asked for something unlawful, or threw: the run is stopped and the mechanism named. */
public final class LawBroken extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** Whose frames on a stack are no mechanism's. */
    private static final Seq<String> OTHERS = Array.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "io.vavr.",
            "io.firebreak.api.",
            "io.firebreak.core.",
            "io.firebreak.testkit.",
            "io.firebreak.cli.");

    private final Law law;

    public LawBroken(Law law, String detail) {
        super("rule " + law.number() + " (" + law.sentence() + "): " + detail);
        this.law = law;
    }

    /** What a mechanism threw, and where in its own source: {@code threw java.lang.IllegalStateException: boom (MyAuction.java:56)}. */
    public static LawBroken thrown(String who, Throwable thrown) {
        return new LawBroken(Law.NO_EXCEPTION, who + "threw " + thrown + place(thrown));
    }

    /** Empty where it is not told: where the machine gave up, it may be anywhere. */
    private static String place(Throwable thrown) {
        return thrown instanceof VirtualMachineError
                ? ""
                : Array.of(thrown.getStackTrace())
                        .find(LawBroken::isOfMechanism)
                        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                        .getOrElse("");
    }

    /** Whether a frame on a stack is code of a mechanism, as far as its name tells. */
    public static boolean isOfMechanism(StackTraceElement frame) {
        return frame.getFileName() != null && !OTHERS.exists(frame.getClassName()::startsWith);
    }

    public Law law() {
        return law;
    }
}
