package io.firebreak.cli;

import io.firebreak.core.scenario.SchemaWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code firebreak schema}. */
@Command(name = "schema", description = "Print the JSON Schema of scenario files, with all mechanisms that are loaded.")
final class SchemaCommand implements Runnable {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PluginOption plugins = new PluginOption();

    SchemaCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public void run() {
        FormatOption.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                new SchemaWriter(workbench.mechanisms(plugins.folder())).write());
    }
}
