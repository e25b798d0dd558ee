/** Which price a protocol sees: real feeds publish late, seldom, or not at all. */
@NullMarked
package io.firebreak.core.oracle;

import org.jspecify.annotations.NullMarked;
