/** AssertJ in the words of the field: of a run, a replayed script and a balance sheet. What fails shows the sheet. */
@NullMarked
package io.firebreak.testkit.assertion;

import org.jspecify.annotations.NullMarked;
