/** What a balance sheet says of a run. */
@NullMarked
package io.firebreak.testkit.sheet;

import org.jspecify.annotations.NullMarked;
