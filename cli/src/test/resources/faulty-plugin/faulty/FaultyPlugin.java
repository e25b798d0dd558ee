package faulty;

import io.firebreak.api.plugin.FirebreakModule;

public final class FaultyPlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("throws", Throws.class);
        mechanism("takes-too-much", TakesTooMuch.class);
    }
}
