/**
 * Markets of one loan asset: {@link io.firebreak.lending.isolated.IsolatedLending} against one collateral,
 * {@link io.firebreak.lending.isolated.AbsorbingLending} against several, which the protocol itself takes over.
 * {@link io.firebreak.lending.isolated.LoanDesk} is what both are: a lending pool and plain collateral.
 */
@NullMarked
package io.firebreak.lending.isolated;

import org.jspecify.annotations.NullMarked;
