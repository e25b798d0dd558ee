package hostile;

import io.firebreak.api.plugin.FirebreakModule;

/** Mechanisms that harm whoever runs them. */
public final class HostilePlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("hangs", Hangs.class);
        mechanism("eats-memory", EatsMemory.class);
        mechanism("exits", Exits.class);
        mechanism("prints", Prints.class);
    }
}
