/** What a replay tells. */
@NullMarked
package io.firebreak.testkit.replay;

import org.jspecify.annotations.NullMarked;
