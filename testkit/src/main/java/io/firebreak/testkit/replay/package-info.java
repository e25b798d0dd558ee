/** Retells a script, action by action: what was applied or refused, what it posted, which rules it broke, who has what at the end. */
@NullMarked
package io.firebreak.testkit.replay;

import org.jspecify.annotations.NullMarked;
