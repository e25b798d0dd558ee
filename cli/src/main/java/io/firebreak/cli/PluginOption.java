package io.firebreak.cli;

import io.vavr.control.Option;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code --plugins}. */
final class PluginOption {
    @CommandLine.Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Load the plugin jars of this folder too, or this one jar.")
    private @Nullable Path plugins;

    Option<Path> folder() {
        return Option.of(plugins);
    }
}
