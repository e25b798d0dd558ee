package io.firebreak.testkit.kit;

import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.examination.Examination;
import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.explore.Exploration;
import io.firebreak.testkit.explore.Explorer;
import io.firebreak.testkit.generate.Sketches;
import io.firebreak.testkit.pure.Findings;
import io.firebreak.testkit.pure.Inquiry;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.shrink.Recurrence;
import io.firebreak.testkit.shrink.Shrinker;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Tries every rule on one subject: draws trials, plays each once under all rules, and cuts the first that fails each. */
public final class Campaign {
    private static final int LONGEST = 40;
    /** Relations that each trial is compared under: every one costs two more runs. */
    private static final int COMPARED = 2;
    /** One trial in so many is played once more with every mechanism asked twice. */
    private static final int ASKED = 4;
    /** Most steps of an explored history. */
    private static final int DEEPEST = 6;

    private final Subject subject;
    private final Seq<Rule> rules;

    public Campaign(Subject subject, Seq<Rule> rules) {
        this.subject = subject;
        this.rules = rules.filter(subject::isUnder);
    }

    /**
     * How hard to try.
     *
     * @param tries how many trials are drawn
     * @param histories how many histories of a tiny world are explored besides, the shortest first
     */
    public record Effort(int tries, long seed, int histories) {
        /** What a kit does unless it is told otherwise. */
        public static final Effort STANDARD = new Effort(500, 1, 1500);

        /** So many times as many trials. */
        public Effort times(int factor) {
            return new Effort(tries * factor, seed, histories);
        }

        /** Drawn trials alone. */
        public Effort(int tries, long seed) {
            this(tries, seed, 0);
        }
    }

    /** Runs it. */
    public Report run(Effort effort) {
        return run(effort, () -> {});
    }

    /**
     * Runs it.
     *
     * @param alive is called before each run of a trial: who waits sees that it goes on
     */
    public Report run(Effort effort, Runnable alive) {
        return run(effort, alive, false);
    }

    /** Runs it up to the first trial in which a rule is broken, and cuts nothing: tells whether a mechanism holds, and no more. */
    Report runHastily(Effort effort, Runnable alive) {
        return run(effort, alive, true);
    }

    private Report run(Effort effort, Runnable alive, boolean hastily) {
        Seq<Sketch> sketches = sketches(effort);
        Workshop workshop = new Workshop(subject.composition());
        Examiner examiner = new Examiner(rules);
        Score score = new Score();
        Map<Edge, Long> edges = TreeMap.empty();
        long actions = 0;
        for (int i = 0; i < effort.tries() && !(hastily && score.isAnyBroken()); i++) {
            alive.run();
            Sketch sketch = sketches.get(i);
            Trial world = workshop.world(sketch);
            Examination examination = examiner.examine(world, new Improviser(sketch.choices()));
            Trial trial = world.withScript(examination.played());
            actions += examination.played().size();
            edges = examination.edges().foldLeft(edges, (all, each) -> all.put(each._1, (long) each._2, Long::sum));
            examination.met().forEach(score::met);
            examination.breaches().forEach(breach -> score.broken(breach, trial));
            compare(trial, i, score);
            if (i % ASKED == 0) {
                ask(trial, score);
            }
        }
        int histories = hastily && score.isAnyBroken() ? 0 : effort.histories();
        Exploration exploration = new Explorer(subject.composition(), rules).explore(DEEPEST, histories, alive);
        exploration.findings().forEach(each -> score.broken(each.breach(), each.shortest()));
        List<Verdict> verdicts = new ArrayList<>();
        for (Rule rule : rules) {
            Verdict verdict = score.verdict(rule, effort.tries());
            verdicts.add(hastily ? verdict : shortest(verdict, alive));
        }
        return new Report(subject, effort, Vector.ofAll(verdicts), edges, actions, exploration);
    }

    /** All of them at once: jqwik lets one session run at a time, and campaigns run side by side. */
    private static Seq<Sketch> sketches(Effort effort) {
        List<Sketch> drawn = new ArrayList<>(effort.tries());
        JqwikSession.run(() -> {
            RandomGenerator<Sketch> sketches = Sketches.any(LONGEST).generator(effort.tries());
            Random random = new Random(effort.seed());
            for (int i = 0; i < effort.tries(); i++) {
                drawn.add(sketches.next(random).value());
            }
        });
        return Vector.ofAll(drawn);
    }

    /** Compares the trial with what it becomes under some of the relations, each in its turn. */
    private void compare(Trial trial, int turn, Score score) {
        Seq<Rule> comparing = rules.filter(rule -> rule.check() instanceof Check.ByComparing);
        for (int i = 0; i < Math.min(COMPARED, comparing.size()); i++) {
            Rule rule = comparing.get((turn * COMPARED + i) % comparing.size());
            if (rule.check() instanceof Check.ByComparing check && !score.isBroken(rule)) {
                Relation.Outcome outcome = check.relation().compare(trial);
                if (outcome instanceof Relation.Outcome.NotApplicable not) {
                    score.silent(rule, not.why());
                } else if (outcome instanceof Relation.Outcome.Broken no) {
                    score.broken(new Breach(rule, 0, trial.script().size(), no.detail()), trial);
                } else {
                    score.met(rule.number(), 1);
                }
            }
        }
    }

    private void ask(Trial trial, Score score) {
        Seq<Rule> asking = rules.filter(rule -> rule.check() instanceof Check.ByAskingTwice);
        if (asking.nonEmpty()) {
            Findings findings = Inquiry.of(trial);
            for (Rule rule : asking) {
                score.met(rule.number(), findings.met(rule.number()));
                findings.breach(rule.number())
                        .forEach(detail ->
                                score.broken(new Breach(rule, 0, trial.script().size(), detail), trial));
            }
        }
    }

    /** A rule that did not hold, with the trial cut to the shortest in which it does not. */
    private static Verdict shortest(Verdict verdict, Runnable alive) {
        if (!(verdict instanceof Verdict.Broken broken)) {
            return verdict;
        }
        Recurrence again = new Recurrence(broken.breach());
        Trial shortest = new Shrinker()
                .shrink(broken.shortest(), trial -> {
                    alive.run();
                    return again.in(trial).isDefined();
                })
                .trial();
        return new Verdict.Broken(broken.rule(), again.in(shortest).getOrElse(broken.breach()), shortest);
    }
}
