package io.firebreak.testkit.kit;

import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.explore.Exploration;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * What a campaign found out.
 *
 * @param verdicts one for each rule of the subject's socket, by number
 * @param edges how often each edge was there, in blocks
 * @param actions how many were played
 * @param exploration of a tiny world
 */
public record Report(
        Subject subject,
        Campaign.Effort effort,
        Seq<Verdict> verdicts,
        Map<Edge, Long> edges,
        long actions,
        Exploration exploration) {
    public Seq<Verdict.Broken> broken() {
        return verdicts.filter(Verdict.Broken.class::isInstance).map(Verdict.Broken.class::cast);
    }

    /** Edges that trials of such a subject should meet, and none did: what held is not to be believed while there are any. */
    public Seq<Edge> unmet() {
        return edges.filter((edge, times) -> times == 0 && subject.meets(edge.sort()))
                .keySet()
                .toVector();
    }
}
