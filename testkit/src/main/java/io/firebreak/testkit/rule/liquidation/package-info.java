/** Rules of a liquidation: what it may take, give, leave and ask for, and how soon. */
@NullMarked
package io.firebreak.testkit.rule.liquidation;

import org.jspecify.annotations.NullMarked;
