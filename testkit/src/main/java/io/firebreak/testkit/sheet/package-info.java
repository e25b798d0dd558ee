/** Who has and owes what, read off the ledger of a run: {@link io.firebreak.testkit.sheet.BalanceSheet}. */
@NullMarked
package io.firebreak.testkit.sheet;

import org.jspecify.annotations.NullMarked;
