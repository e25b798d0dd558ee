package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.Journal;
import io.firebreak.core.experiment.ResultHash;
import io.firebreak.core.results.Manifest;
import io.vavr.collection.Array;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak verify}. */
@Command(
        name = "verify",
        description = "Run a published comparison again, and see whether the same comes out, to the last bit.")
final class VerifyCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder that 'compare' wrote its results to.")
    private Path folder = Path.of("");

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    VerifyCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        running.check();
        Manifest manifest = Manifest.in(folder);
        Seq<String> changed = differences(
                        manifest.files(), Manifest.hashes(folder).remove(Manifest.NAME))
                .map(file -> "changed since it was written: " + file);
        Study study = workbench.study(Publication.scenarioIn(folder).toString(), plugins.folder());
        Seq<String> code = differences(manifest.plugins(), study.code()).map(jar -> "another version now: " + jar);
        Experiment experiment = study.experiment(manifest.seeds(), manifest.assurance());
        String hash = ResultHash.of(running.run(workbench, experiment, Journal.none(), line));
        boolean same = hash.equals(manifest.resultHash());
        boolean verified = same && changed.isEmpty();
        if (format.json()) {
            ObjectNode root = FormatOption.JSON.createObjectNode();
            root.put("scenario", manifest.scenario());
            root.put("verified", verified);
            root.put("resultHash", hash);
            root.put("expectedResultHash", manifest.resultHash());
            changed.forEach(root.putArray("changedFiles")::add);
            code.forEach(root.putArray("warnings")::add);
            FormatOption.print(line.getOut(), root);
        } else {
            changed.appendAll(code).forEach(line.getOut()::println);
            line.getOut().println("published    " + manifest.resultHash());
            line.getOut().println("run again    " + hash);
            line.getOut()
                    .println(
                            verified
                                    ? "verified: the same, to the last bit"
                                    : same ? "the runs are the same, but files were changed" : "NOT the same");
            line.getOut().flush();
        }
        return verified ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    /** The names under which two maps hold different things. */
    private static Seq<String> differences(Map<String, String> one, Map<String, String> other) {
        return Array.ofAll(one.keySet()).appendAll(other.keySet()).distinct().filter(name -> !one.get(name)
                .equals(other.get(name)));
    }
}
