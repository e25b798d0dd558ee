package io.firebreak.core.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.api.plugin.Registration;
import io.firebreak.core.results.Digest;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Finds the modules of plugins through {@link ServiceLoader}, on the class path and in a folder of jars, and checks what they
 * offer. Each jar has a class loader and an injector of its own.
 */
public final class PluginLoader {
    /** A service entry that names no class of the jar has no cause: {@code … Provider mine.Gone not found}. */
    private static final Pattern GONE = Pattern.compile("Provider (\\S+) not found");

    private final ClassLoader application;

    public PluginLoader() {
        this(PluginLoader.class.getClassLoader());
    }

    /**
     * A loader of plugins.
     *
     * @param application sees {@code api} and the plugins of the class path
     */
    public PluginLoader(ClassLoader application) {
        this.application = application;
    }

    /**
     * All plugins, or every fault.
     *
     * @param further a folder of jars, or one jar; none: only the class path
     */
    public Either<Seq<PluginFault>, Mechanisms> load(Option<Path> further) {
        return further.map(path -> Files.isRegularFile(path) ? jar(path) : folder(path))
                .fold(() -> classPath(), harvest -> classPath().and(harvest))
                .result();
    }

    /** What given modules offer, as if they had been found. */
    public static Either<Seq<PluginFault>, Mechanisms> of(FirebreakModule... modules) {
        return offered(new Origin(Origin.BUILT_IN, Option.none()), Vector.of(modules))
                .result();
    }

    private Harvest classPath() {
        Harvest harvest = Harvest.empty();
        try {
            for (FirebreakModule module : ServiceLoader.load(FirebreakModule.class, application)) {
                harvest = harvest.and(offered(builtIn(module.getClass()), Vector.of(module)));
            }
            return harvest;
        } catch (ServiceConfigurationError | LinkageError broken) {
            return harvest.and(Harvest.fault(Origin.BUILT_IN, explain(broken)));
        }
    }

    private static Origin builtIn(Class<?> module) {
        try {
            Path jar = Path.of(
                    module.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new Origin(
                    Origin.BUILT_IN,
                    Files.isRegularFile(jar) ? Option.some(Digest.of(Files.readAllBytes(jar))) : Option.none());
        } catch (IOException | URISyntaxException elsewhere) {
            return new Origin(Origin.BUILT_IN, Option.none());
        }
    }

    private Harvest folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Seq<Path> jars = Vector.ofAll(files)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sortBy(file -> file.getFileName().toString());
            return jars.isEmpty()
                    ? Harvest.fault(
                            folder.toString(),
                            "is a folder that holds no jar. Maybe build one: mvn package -DskipTests")
                    : jars.map(this::jar).fold(Harvest.empty(), Harvest::and);
        } catch (IOException unreadable) {
            return Harvest.fault(
                    folder.toString(), "is not a folder that can be read. Maybe create it, or leave --plugins out");
        }
    }

    private Harvest jar(Path jar) {
        String name = jar.getFileName().toString();
        try {
            new JarFile(jar.toFile()).close(); // a class loader takes anything for a jar, and finds nothing in it
            Origin origin = new Origin(name, Option.some(Digest.of(Files.readAllBytes(jar))));
            // Stays open: mechanisms load further classes whenever they first need them.
            ClassLoader loader = new URLClassLoader(name, new URL[] {jar.toUri().toURL()}, application);
            Seq<FirebreakModule> modules = Vector.ofAll(ServiceLoader.load(FirebreakModule.class, loader).stream())
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .map(ServiceLoader.Provider::get);
            return modules.isEmpty()
                    ? Harvest.fault(
                            name,
                            "offers no plugin of its own. Maybe it lacks META-INF/services/"
                                    + FirebreakModule.class.getName() + ", or is on the class path already")
                    : offered(origin, modules);
        } catch (ZipException broken) {
            return Harvest.fault(name, "is not a jar, or a damaged one: " + broken.getMessage());
        } catch (IOException | ServiceConfigurationError | LinkageError broken) {
            return Harvest.fault(name, explain(broken));
        }
    }

    private static Harvest offered(Origin origin, Seq<FirebreakModule> modules) {
        try {
            Injector injector = Guice.createInjector(modules);
            Key<Set<Registration>> offers = Key.get(new TypeLiteral<Set<Registration>>() {});
            if (injector.getExistingBinding(offers) == null) {
                return Harvest.fault(
                        origin.name(),
                        modules.map(each -> each.getClass().getName()).mkString(", ")
                                + " offers no mechanism. Maybe call mechanism(name, type) in it");
            }
            return Vector.ofAll(injector.getInstance(offers))
                    .sortBy(Registration::name)
                    .map(each -> registered(each, origin))
                    .fold(Harvest.empty(), Harvest::and);
        } catch (RuntimeException | LinkageError broken) {
            return Harvest.fault(origin.name(), explain(broken));
        }
    }

    private static Harvest registered(Registration registration, Origin origin) {
        Class<?> type = registration.type();
        String subject = "mechanism '" + registration.name() + "' (" + type.getName() + ") ";
        try {
            Seq<Socket> sockets =
                    Vector.of(Socket.values()).filter(socket -> socket.type().isAssignableFrom(type));
            Option<String> mistake = !registration.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                    ? Option.some("must be named in lower-case words joined by hyphens")
                    : !type.isRecord()
                            ? Option.some("is not a record. Maybe turn its parameters into record components")
                            : sockets.size() != 1
                                    ? Option.some("must implement one socket, and implements "
                                            + (sockets.isEmpty()
                                                    ? "none"
                                                    : sockets.map(Socket::title).mkString(" and ")))
                                    : unfinished(type);
            return mistake.map(text -> Harvest.fault(origin.name(), subject + text))
                    .getOrElse(() -> Harvest.of(
                            new MechanismSpec(registration.name(), sockets.head(), RecordShape.of(type), origin)));
        } catch (IllegalArgumentException | LinkageError broken) {
            return Harvest.fault(origin.name(), subject + "cannot be used: " + explain(broken));
        }
    }

    /** A class compiled against another api may lack a method that the socket has today. */
    private static Option<String> unfinished(Class<?> type) {
        return Vector.of(type.getMethods())
                .find(method -> Modifier.isAbstract(method.getModifiers()))
                .map(method -> "lacks the method " + method.getName() + ": built against another version of the api");
    }

    private static String explain(Throwable thrown) {
        Matcher gone = GONE.matcher(String.valueOf(thrown.getMessage()));
        if (thrown instanceof ServiceConfigurationError && gone.find()) {
            return "META-INF/services/" + FirebreakModule.class.getName() + " names " + gone.group(1)
                    + ", a class that it does not hold. Maybe correct the name, or build it again";
        }
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof LinkageError || cause instanceof ClassNotFoundException
                ? "cannot be linked, maybe built against another version of the api: " + cause
                : cause instanceof IllegalArgumentException && cause.getMessage() != null
                        ? cause.getMessage()
                        : cause instanceof ServiceConfigurationError
                                ? String.valueOf(cause.getMessage())
                                : "stopped while it was loaded: " + cause;
    }

    /** What was found so far. */
    private record Harvest(Seq<MechanismSpec> mechanisms, Seq<PluginFault> faults) {
        static Harvest empty() {
            return new Harvest(Vector.empty(), Vector.empty());
        }

        static Harvest of(MechanismSpec mechanism) {
            return new Harvest(Vector.of(mechanism), Vector.empty());
        }

        static Harvest fault(String origin, String message) {
            return new Harvest(Vector.empty(), Vector.of(new PluginFault(origin, message)));
        }

        Harvest and(Harvest other) {
            return new Harvest(mechanisms.appendAll(other.mechanisms), faults.appendAll(other.faults));
        }

        Either<Seq<PluginFault>, Mechanisms> result() {
            Seq<MechanismSpec> sorted = mechanisms.sortBy(MechanismSpec::socket).sortBy(MechanismSpec::name);
            Seq<PluginFault> twice = sorted.zip(sorted.drop(1))
                    .filter(pair -> pair._1.name().equals(pair._2.name()) && pair._1.socket() == pair._2.socket())
                    .map(pair -> new PluginFault(
                            pair._2.origin().name(),
                            "offers the " + pair._2.socket().title() + " '" + pair._2.name() + "' ("
                                    + pair._2.type().getName()
                                    + "), a name taken by "
                                    + pair._1.type().getName() + " of "
                                    + pair._1.origin().name()
                                    + ". Maybe rename one, or remove one jar"));
            Seq<PluginFault> all = faults.appendAll(twice);
            return all.isEmpty() ? Either.right(new Mechanisms(sorted)) : Either.left(all);
        }
    }
}
