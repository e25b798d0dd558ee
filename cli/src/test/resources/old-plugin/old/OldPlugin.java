package old;

import io.firebreak.api.plugin.FirebreakModule;

/** What this jar offers. */
public final class OldPlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("old", Old.class);
    }
}
