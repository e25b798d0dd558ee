package sample;

import io.firebreak.api.plugin.FirebreakModule;

/** What this jar offers. */
public final class SamplePlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("rising-bonus", RisingBonus.class);
    }
}
