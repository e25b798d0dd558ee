package io.firebreak.testkit.shrink;

/**
 * One way to make a trial shorter. What it tries is decided by the trial alone, and each trial that it proposes is simpler in
 * what the pass is about and no worse elsewhere: so passes can be repeated until none finds anything, and then never do.
 */
interface Pass {
    void over(Attempt attempt);
}
