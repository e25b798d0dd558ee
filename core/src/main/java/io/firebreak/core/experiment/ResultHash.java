package io.firebreak.core.experiment;

import io.firebreak.core.engine.RunResult;
import io.vavr.collection.Seq;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the labels, hashes, measures and failures of all runs, in order: equal where everything that matters is. */
public final class ResultHash {
    private final MessageDigest digest;

    private ResultHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256.", impossible);
        }
    }

    /** The hash, in hex. */
    public static String of(Seq<Outcome> outcomes) {
        ResultHash hash = new ResultHash();
        for (Outcome outcome : outcomes) {
            RunResult result = outcome.result();
            hash.add(outcome.trial().label());
            hash.add(result.hash());
            hash.add(result.measures().size());
            for (RunResult.Measure measure : result.measures()) {
                hash.add(measure.name());
                hash.add(Double.doubleToLongBits(measure.value()));
                hash.add(measure.unit());
                hash.add(measure.better().name());
            }
            hash.add(result.failure().isDefined() ? 1 : 0);
            for (RunResult.Failure failure : result.failure()) {
                hash.add(failure.rule());
                hash.add(failure.mechanism());
                hash.add(failure.block());
            }
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
