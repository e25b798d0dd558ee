/** Loss layers that break a rule. */
@NullMarked
package io.firebreak.testkit.liar.loss;

import org.jspecify.annotations.NullMarked;
