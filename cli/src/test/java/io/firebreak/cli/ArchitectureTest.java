package io.firebreak.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** What the parts of Firebreak may know of each other, and what no part may do. */
@AnalyzeClasses(packages = "io.firebreak", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String API = "io.firebreak.api..";
    private static final String CORE = "io.firebreak.core..";
    private static final String TESTKIT = "io.firebreak.testkit..";
    private static final String CLI = "io.firebreak.cli..";
    private static final String[] MODELS = {
        "io.firebreak.lending..", "io.firebreak.amm..", "io.firebreak.perp..", "io.firebreak.bridge.."
    };

    @ArchTest
    static final ArchRule apiKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(and(MODELS, CORE, TESTKIT, CLI))
            .because("a plugin depends on api, and must not drag the engine along")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreKnowsOnlyApi = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(and(MODELS, TESTKIT, CLI))
            .because("the engine must treat every mechanism alike")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule lendingKnowsOnlyApi = model("lending");

    @ArchTest
    static final ArchRule ammKnowsOnlyApi = model("amm");

    @ArchTest
    static final ArchRule perpKnowsOnlyApi = model("perp");

    @ArchTest
    static final ArchRule bridgeKnowsOnlyApi = model("bridge");

    @ArchTest
    static final ArchRule testkitKnowsNoModel = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(and(MODELS, CLI))
            .because("the kit judges our own mechanisms as it judges a stranger's")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule guiceIsForWiring = noClasses()
            .that()
            .resideOutsideOfPackages("io.firebreak.api.plugin..", "io.firebreak.core.wiring..", CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..")
            .because("a mechanism is a pure function that a test can call without an injector")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule apiSpeaksOfOption = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Optional")
            .because("one word per concept: what may be absent is Vavr's Option")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noFieldIsInjected = fields().should()
            .notBeAnnotatedWith("com.google.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .because("what a class needs is what its constructor asks for")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSaySomething = classes()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Base|Data|Info)")
            .because("these words name no idea; a class without an idea has no place")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule mechanismsKeepAnOrder = noClasses()
            .that()
            .resideInAnyPackage(MODELS)
            .should()
            .dependOnClassesThat(named(
                            "java.util.HashMap",
                            "java.util.HashSet",
                            "java.util.IdentityHashMap",
                            "java.util.WeakHashMap")
                    .or(named("io.vavr.collection.HashMap", "io.vavr.collection.HashSet")))
            .orShould(accessTargetWhere(calls("java.util.Map", "of", "ofEntries", "copyOf")
                    .or(calls("java.util.Set", "of", "copyOf"))
                    .or(calls("java.util.stream.Collectors", "toSet", "toMap", "groupingBy", "toUnmodifiableSet"))
                    .as("it makes a map or set without an order")))
            .because("their order leaks identity hashes into results; take tree maps, linked maps and sequences")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule mathematicsIsTheSameEverywhere = noClasses()
            .should(accessTargetWhere(calls(
                            "java.lang.Math",
                            "sin",
                            "cos",
                            "tan",
                            "asin",
                            "acos",
                            "atan",
                            "atan2",
                            "sinh",
                            "cosh",
                            "tanh",
                            "exp",
                            "expm1",
                            "log",
                            "log10",
                            "log1p",
                            "pow",
                            "cbrt",
                            "hypot")
                    .as("it is a transcendental function of java.lang.Math")))
            .because("processors may differ in its last bit; StrictMath and FastMath do not")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheScenarioTellsTheTime = noClasses()
            .that()
            .resideInAnyPackage(and(MODELS, API, "io.firebreak.core.engine.."))
            .should(accessTargetWhere(calls("java.lang.System", "currentTimeMillis", "nanoTime")
                    .or(calls("java.time.Instant", "now"))
                    .or(calls("java.time.LocalDate", "now"))
                    .or(calls("java.time.LocalDateTime", "now"))
                    .or(calls("java.time.ZonedDateTime", "now"))
                    .or(calls("java.time.OffsetDateTime", "now"))
                    .or(calls("java.time.Clock", "systemUTC", "systemDefaultZone", "system"))
                    .as("it reads the wall clock")))
            .because("the same inputs must give the same bits, whenever they run")
            .allowEmptyShould(true);

    private static ArchRule model(String name) {
        String self = "io.firebreak." + name + "..";
        return noClasses()
                .that()
                .resideInAPackage(self)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(and(without(self), CORE, TESTKIT, CLI))
                .because("our own mechanisms get no more than a stranger's plugin gets")
                .allowEmptyShould(true);
    }

    private static String[] without(String model) {
        return Arrays.stream(MODELS).filter(each -> !each.equals(model)).toArray(String[]::new);
    }

    private static String[] and(String[] models, String... others) {
        return Stream.concat(Arrays.stream(models), Arrays.stream(others)).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("are named " + String.join(", ", names), type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String... methods) {
        Set<String> wanted = Set.of(methods);
        return describe(
                "it calls " + owner + "." + String.join(", ", methods),
                access -> access.getTargetOwner().getName().equals(owner)
                        && wanted.contains(access.getTarget().getName()));
    }
}
