package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.RecordShape;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak mechanisms}. */
@Command(
        name = "mechanisms",
        description = "List what the loaded plugins offer, or show one mechanism with its parameters.")
final class MechanismsCommand implements Runnable {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which mechanism; all if you don't say.")
    private @Nullable String name;

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    MechanismsCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Seq<MechanismSpec> all = workbench.mechanisms(plugins.folder()).all();
        String wanted = name;
        Seq<MechanismSpec> chosen =
                wanted == null ? all : all.filter(each -> each.name().equals(wanted));
        if (wanted != null && chosen.isEmpty()) {
            throw new BadInput("There is no mechanism '" + wanted + "'"
                    + ShippedScenarios.nearest(wanted, all.map(MechanismSpec::name))
                    + " 'firebreak mechanisms' lists all.");
        }
        if (format.json()) {
            ObjectNode root = FormatOption.JSON.createObjectNode();
            ArrayNode mechanisms = root.putArray("mechanisms");
            chosen.forEach(mechanism -> describe(mechanisms.addObject(), mechanism));
            FormatOption.print(line.getOut(), root);
        } else if (wanted == null) {
            line.getOut()
                    .print(TextTable.of(
                                    Array.of("socket", "mechanism", "from", "what it does"),
                                    all.sortBy(each -> each.socket())
                                            .map(each -> Array.of(
                                                    each.socket().title(),
                                                    each.name(),
                                                    each.origin().name(),
                                                    each.about())))
                            .render());
        } else {
            chosen.forEach(mechanism -> describe(line.getOut(), mechanism));
        }
        line.getOut().flush();
    }

    private static void describe(PrintWriter text, MechanismSpec mechanism) {
        text.println(mechanism.name() + ", " + mechanism.socket().titled() + ", "
                + mechanism.origin().name());
        text.println();
        text.println(mechanism.about());
        line(text, "%-14s", "follows", mechanism.follows());
        line(text, "%-14s", "simplifies", mechanism.simplifies());
        describe(text, mechanism.parameters(), "  ");
        text.println();
    }

    /** Each parameter, and below it the parameters of what may stand there. */
    private static void describe(PrintWriter text, Seq<ParameterSpec> parameters, String indent) {
        String below = indent + "  ";
        for (ParameterSpec parameter : parameters) {
            text.println();
            text.println(indent + parameter.name() + (parameter.required() ? "" : "  (may be left out)"));
            line(text, below + "%-10s", "what", parameter.description());
            line(text, below + "%-10s", "accepted", parameter.accepted());
            line(text, below + "%-10s", "default", parameter.preset());
            line(text, below + "%-10s", "source", parameter.source());
            describe(text, parameter.type().components(), below);
            for (RecordShape variant : parameter.variants()) {
                text.println();
                text.println(below + variant.name() + (variant.parameters().isEmpty() ? "  (no parameters)" : ":"));
                variant.about().forEach(about -> text.println(below + "  " + about.value()));
                describe(text, variant.parameters(), below + "  ");
            }
        }
    }

    private static void line(PrintWriter text, String pattern, String title, String value) {
        if (!value.isEmpty()) {
            text.println(String.format(pattern, title) + value);
        }
    }

    private static void describe(ObjectNode node, MechanismSpec mechanism) {
        node.put("name", mechanism.name())
                .put("socket", mechanism.socket().title())
                .put("origin", mechanism.origin().name())
                .put("about", mechanism.about())
                .put("follows", mechanism.follows())
                .put("simplifies", mechanism.simplifies());
        describe(node.putArray("parameters"), mechanism.parameters());
    }

    private static void describe(ArrayNode parameters, Seq<ParameterSpec> specs) {
        for (ParameterSpec parameter : specs) {
            ObjectNode node = parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("description", parameter.description())
                    .put("unit", parameter.unit())
                    .put("default", parameter.preset())
                    .put("min", parameter.min())
                    .put("max", parameter.max())
                    .put("source", parameter.source())
                    .put("accepted", parameter.accepted())
                    .put("required", parameter.required());
            describe(node.putArray("parameters"), parameter.type().components());
            ArrayNode variants = node.putArray("variants");
            for (RecordShape variant : parameter.variants()) {
                describe(variants.addObject().put("name", variant.name()).putArray("parameters"), variant.parameters());
            }
        }
    }
}
