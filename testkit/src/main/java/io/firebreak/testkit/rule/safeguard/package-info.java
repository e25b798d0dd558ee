/** Rules of safeguards: what they stop and what they may never stop. */
@NullMarked
package io.firebreak.testkit.rule.safeguard;

import org.jspecify.annotations.NullMarked;
