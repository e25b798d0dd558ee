package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Difference;
import io.firebreak.core.experiment.Estimate;
import io.firebreak.core.experiment.Interval;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Tail;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Counted;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Locale;

/** A comparison as one JSON object; what is undefined is null. */
final class ComparisonJson {
    private ComparisonJson() {}

    static ObjectNode of(Comparison comparison, String resultHash, Seq<Path> files) {
        ObjectNode root = FormatOption.JSON.createObjectNode();
        root.put("scenario", comparison.experiment().scenario());
        root.put("resultHash", resultHash);
        comparison.experiment().seeds().forEach(root.putArray("seeds")::add);
        root.put("impact", Variant.word(comparison.experiment().headline()));
        ArrayNode designs = root.putArray("designs");
        for (String design : comparison.designs()) {
            ObjectNode node = designs.addObject();
            node.put("name", design);
            ObjectNode metrics = node.putObject("metrics");
            for (Column metric : comparison.metrics()) {
                metric(metrics.putObject(metric.name()), comparison, design, metric);
            }
        }
        ObjectNode remedies = root.putObject("remedies");
        for (Column metric : comparison.metrics()) {
            comparison.remedies(metric).forEach(remedies.putArray(metric.name())::add);
        }
        ArrayNode failures = root.putArray("failures");
        for (Outcome failed : comparison.failures()) {
            RunResult.Failure failure = failed.result().failure().get();
            failures.addObject()
                    .put("run", failed.trial().label())
                    .put("mechanism", failure.mechanism())
                    .put("rule", failure.rule())
                    .put("block", failure.block())
                    .put("message", failure.message());
        }
        ArrayNode all = root.putArray("warnings");
        comparison.warnings().forEach((warning, runs) -> all.add(warning + " (" + Counted.of(runs, "run") + ")"));
        files.map(Path::toString).forEach(root.putArray("files")::add);
        return root;
    }

    private static void metric(ObjectNode node, Comparison comparison, String design, Column metric) {
        estimate(node, comparison.headline(design, metric));
        tail(node, comparison.headlineTail(design, metric));
        node.put("unit", metric.unit());
        node.put("better", metric.better().name().toLowerCase(Locale.ROOT));
        if (design.equals(comparison.designs().head())) {
            node.putNull("resolved"); // the others are compared with it
        } else {
            Difference difference =
                    comparison.difference(design, comparison.designs().head(), metric);
            node.put("resolved", difference.resolved());
            difference.doubt().forEach(doubt -> node.put("doubt", doubt));
            estimate(node.putObject("difference"), difference.headline());
        }
        ObjectNode byWorld = node.putObject("byWorld");
        for (String world : comparison.worlds()) {
            ObjectNode impacts = byWorld.putObject(world);
            for (ImpactMode impact : comparison.impacts()) {
                ObjectNode cell = impacts.putObject(Variant.word(impact));
                estimate(cell, comparison.estimate(design, metric, world, impact));
                tail(cell, comparison.tail(design, metric, world, impact));
            }
        }
    }

    private static void estimate(ObjectNode node, Estimate estimate) {
        number(node, "mean", estimate.mean());
        number(node, "spread", estimate.deviation());
        interval(node, "interval", estimate.interval());
        node.put("seeds", estimate.count());
    }

    private static void tail(ObjectNode node, Tail tail) {
        number(node, "expectedShortfall", tail.shortfall());
        interval(node, "expectedShortfallInterval", tail.interval());
    }

    private static void interval(ObjectNode node, String name, Option<Interval> interval) {
        if (interval.isEmpty()) {
            node.putNull(name);
        } else {
            node.putArray(name).add(interval.get().low()).add(interval.get().high());
        }
    }

    /** JSON knows no NaN and no infinity. */
    static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
