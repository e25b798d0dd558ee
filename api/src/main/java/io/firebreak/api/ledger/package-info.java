/** Assets, accounts and what moves between them. Balances of every asset sum to zero, always. */
@NullMarked
package io.firebreak.api.ledger;

import org.jspecify.annotations.NullMarked;
