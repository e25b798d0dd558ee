package io.firebreak.testkit.pure;

import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.engine.Scene;
import io.vavr.control.Option;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.TypeVariable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a mechanism, whatever its sockets, and asks it again: the same, a second instance, on another thread. The
 * engine hears the first answer.
 */
final class Asking implements InvocationHandler {
    private static final int FIRST = 6;
    private static final int SHARE = 5;
    private static final int ELSEWHERE = 3;

    private final Mechanism mechanism;
    private final @Nullable Object twin;
    private final Findings findings;
    private final Supplier<Option<Scene>> scene;
    private final ExecutorService elsewhere;
    private final Map<String, Integer> calls = new TreeMap<>();
    /** The last bid on each target, by its number. */
    private final Map<Integer, Call.Bid> bids = new TreeMap<>();

    private Asking(
            Mechanism mechanism,
            @Nullable Object twin,
            Findings findings,
            Supplier<Option<Scene>> scene,
            ExecutorService elsewhere) {
        this.mechanism = mechanism;
        this.twin = twin;
        this.findings = findings;
        this.scene = scene;
        this.elsewhere = elsewhere;
    }

    /** Something that is a mechanism in every respect in which the given one is. */
    @SuppressWarnings("unchecked")
    static <M extends Mechanism> M of(
            M mechanism, Findings findings, Supplier<Option<Scene>> scene, ExecutorService elsewhere) {
        Object twin = mechanism instanceof Record record ? Parts.copy(record) : null;
        findings.put(
                Purity.PARAMETERS_ARE_VALUES,
                twin != null && twin.equals(mechanism) && twin.hashCode() == mechanism.hashCode(),
                () -> mechanism.getClass().getSimpleName()
                        + (twin == null ? " is no record" : " is not equal to another with equal parameters"));
        if (mechanism instanceof SparesContracts spares) {
            findings.put(
                    Purity.ANSWERS,
                    !spares.whyNoContracts().isBlank(),
                    () -> mechanism.getClass().getSimpleName() + " does not say why it spares contracts");
        }
        Class<?> type = mechanism.getClass();
        return (M) Proxy.newProxyInstance(
                type.getClassLoader(),
                interfaces(type).toArray(Class<?>[]::new),
                new Asking(mechanism, twin, findings, scene, elsewhere));
    }

    /** All that the engine may ask whether it is one. */
    private static Set<Class<?>> interfaces(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> face : each.getInterfaces()) {
                if (Modifier.isPublic(face.getModifiers()) && !face.isSealed()) {
                    found.add(face);
                } else {
                    found.addAll(interfaces(face));
                }
            }
        }
        return found;
    }

    /** What came of a question: a value, or what was thrown. */
    private record Answer(@Nullable Object value, @Nullable Throwable thrown) {
        boolean sameAs(Answer other) {
            if (thrown != null || other.thrown != null) {
                return words().equals(other.words());
            }
            return value == null ? other.value == null : value.equals(other.value);
        }

        String words() {
            return thrown == null ? Dump.of(value) : "threw " + thrown;
        }

        @Nullable
        Object hand() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return value;
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return objects(method, arguments);
        }
        int call = calls.merge(method.getName(), 1, Integer::sum);
        if (arguments != null && arguments.length > 1 && arguments[1] instanceof Call.Bid bid) {
            bids.put(bid.target().index(), bid);
        }
        if (call > FIRST && call % SHARE != 0) {
            return ask(mechanism, method, arguments).hand();
        }
        return question(method, arguments == null ? new Object[0] : arguments, call)
                .hand();
    }

    private @Nullable Object objects(Method method, Object @Nullable [] arguments) throws Throwable {
        Object other = arguments == null ? null : arguments[0];
        if (other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof Asking asking) {
            return mechanism.equals(asking.mechanism);
        }
        return ask(mechanism, method, arguments).hand();
    }

    private Answer question(Method method, Object[] arguments, int call) {
        boolean stateful = arguments.length > 0 && method.getGenericParameterTypes()[0] instanceof TypeVariable<?>;
        String state = stateful ? Dump.of(arguments[0]) : "";
        String shown = shown(arguments, stateful);
        Answer first = ask(mechanism, method, arguments);
        answers(first, method.getName());
        for (Unasked.Question question : Unasked.beside(mechanism, arguments, bids)) {
            answers(ask(question.ask()), question.words());
        }
        Answer again = ask(mechanism, method, arguments);
        boolean kept = !stateful
                || put(Purity.STATE_UNCHANGED, state, Dump.of(arguments[0]), method, "the state was ", " and became ");
        boolean unseen = put(
                Purity.VIEW_UNCHANGED,
                shown,
                shown(arguments, stateful),
                method,
                "what it was shown was ",
                " and became ");
        if (kept && unseen && same(first, again, Purity.SAME_ANSWER, method, "asked twice")) {
            if (twin != null) {
                same(first, ask(twin, method, arguments), Purity.NO_GLOBAL_STATE, method, "two with equal parameters");
            }
            if (call % ELSEWHERE == 1) {
                same(first, elsewhere(method, arguments), Purity.SAME_ON_ANOTHER_THREAD, method, "two threads");
            }
        }
        return first;
    }

    /** The books, and what else it was given. */
    private String shown(Object[] arguments, boolean stateful) {
        StringBuilder shown = new StringBuilder(scene.get().map(Scene::hash).getOrElse(""));
        for (int i = stateful ? 1 : 0; i < arguments.length; i++) {
            shown.append(' ').append(Dump.of(arguments[i]));
        }
        return shown.toString();
    }

    private void answers(Answer answer, String question) {
        findings.put(
                Purity.ANSWERS,
                answer.thrown() == null && answer.value() != null,
                () -> mechanism.getClass().getSimpleName() + "." + question + ": " + answer.words());
    }

    private boolean put(Purity rule, String before, String after, Method method, String was, String became) {
        return findings.put(rule, before.equals(after), () -> asked(method) + was + before + became + after);
    }

    /** Whether two answers are the same, and equal where they say the same. */
    private boolean same(Answer one, Answer other, Purity rule, Method method, String who) {
        boolean equal = one.sameAs(other);
        boolean same = equal || one.words().equals(other.words());
        if (same) {
            findings.put(
                    Purity.VALUE_EQUALITY,
                    equal,
                    () -> asked(method) + "two answers say " + one.words() + " and are not equal");
        }
        return findings.put(rule, same, () -> asked(method) + who + ": " + one.words() + " and " + other.words());
    }

    private String asked(Method method) {
        return mechanism.getClass().getSimpleName() + "." + method.getName() + ": ";
    }

    private static Answer ask(Object whom, Method method, Object @Nullable [] arguments) {
        try {
            return new Answer(method.invoke(whom, arguments), null);
        } catch (InvocationTargetException thrown) {
            return new Answer(null, thrown.getTargetException());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("cannot ask " + whom, closed);
        }
    }

    private static Answer ask(Supplier<Object> question) {
        try {
            return new Answer(question.get(), null);
        } catch (RuntimeException thrown) {
            return new Answer(null, thrown);
        }
    }

    private Answer elsewhere(Method method, Object[] arguments) {
        try {
            return elsewhere.submit(() -> ask(mechanism, method, arguments)).get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("cannot ask " + mechanism, impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + mechanism, stopped);
        }
    }
}
