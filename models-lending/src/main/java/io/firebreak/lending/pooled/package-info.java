/**
 * Markets in which lenders' deposits are lent to borrowers. A {@link io.firebreak.lending.pooled.LendingPool} is one asset:
 * what its lenders own and what its borrowers owe, as two accounts between which interest moves;
 * {@link io.firebreak.lending.pooled.PooledLending} is many of them behind one margin account.
 */
@NullMarked
package io.firebreak.lending.pooled;

import org.jspecify.annotations.NullMarked;
