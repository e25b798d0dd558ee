package io.firebreak.testkit.kit;

import io.firebreak.testkit.generate.Sketches;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.trial.Breach;
import io.firebreak.testkit.trial.Edge;
import io.firebreak.testkit.trial.Examination;
import io.firebreak.testkit.trial.Examiner;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Tries every rule on one subject: draws trials, plays each once under all rules, and cuts the first that fails each. */
public final class Campaign {
    private static final int LONGEST = 40;
    private final Subject subject;
    private final Seq<Rule> rules;

    public Campaign(Subject subject, Seq<Rule> rules) {
        this.subject = subject;
        this.rules = rules.filter(rule -> rule.families().contains(subject.socket()));
    }

    /** How hard to try. */
    public record Effort(int tries, long seed) {
        /** What a kit does unless it is told otherwise. */
        public static final Effort STANDARD = new Effort(500, 1);
    }

    /** Runs it. */
    public Report run(Effort effort) {
        Report[] report = new Report[1];
        JqwikSession.run(() -> report[0] = tried(effort));
        return report[0];
    }

    private Report tried(Effort effort) {
        RandomGenerator<Sketch> sketches = Sketches.any(LONGEST).generator(effort.tries());
        Random random = new Random(effort.seed());
        Workshop workshop = new Workshop(subject.composition());
        Examiner examiner = new Examiner(rules);
        Map<Integer, Long> met = TreeMap.empty();
        Map<Edge, Long> edges = TreeMap.empty();
        Map<Integer, Verdict> broken = TreeMap.empty();
        Map<Integer, String> silent = TreeMap.empty();
        long actions = 0;
        for (int i = 0; i < effort.tries(); i++) {
            Sketch sketch = sketches.next(random).value();
            Trial world = workshop.world(sketch);
            Examination examination = examiner.examine(world, new Improviser(sketch.choices()));
            Trial trial = world.withScript(examination.played());
            actions += examination.played().size();
            met = examination.met().foldLeft(met, (all, each) -> all.put(each._1, (long) each._2, Long::sum));
            edges = examination.edges().foldLeft(edges, (all, each) -> all.put(each._1, (long) each._2, Long::sum));
            for (Breach breach : examination.breaches()) {
                if (!broken.containsKey(breach.rule().number())) {
                    broken = broken.put(breach.rule().number(), new Verdict.Broken(breach.rule(), breach, trial));
                }
            }
            for (Rule rule : rules) {
                if (rule.check() instanceof Check.ByComparing comparing && !broken.containsKey(rule.number())) {
                    Relation.Outcome outcome = comparing.relation().compare(trial);
                    if (outcome instanceof Relation.Outcome.Held) {
                        met = met.put(rule.number(), 1L, Long::sum);
                    } else if (outcome instanceof Relation.Outcome.NotApplicable not) {
                        silent = silent.put(rule.number(), not.why());
                    } else if (outcome instanceof Relation.Outcome.Broken no) {
                        Breach breach = new Breach(rule, 0, trial.script().size(), no.detail());
                        broken = broken.put(rule.number(), new Verdict.Broken(rule, breach, trial));
                    }
                }
            }
        }
        Vector<Verdict> verdicts = Vector.empty();
        for (Rule rule : rules) {
            long times = rule.check() instanceof Check.ByEngine
                    ? effort.tries()
                    : met.get(rule.number()).getOrElse(0L);
            String why =
                    silent.get(rule.number()).getOrElse("its precondition was never there: " + rule.precondition());
            verdicts = verdicts.append(broken.get(rule.number())
                    .getOrElse(times > 0 ? new Verdict.Held(rule, times) : new Verdict.NotApplicable(rule, why)));
        }
        return new Report(subject, effort, verdicts, edges, actions);
    }
}
