package io.firebreak.testkit.kit;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.world.Composition;

/**
 * What a kit judges.
 *
 * @param name as reports say it: {@code fixed-spread}, or {@code fixed-spread × pool-perp}
 * @param socket whose rules apply
 * @param mechanism which must stand in the composition
 */
public record Subject(String name, Socket socket, Mechanism mechanism, Composition composition) {}
