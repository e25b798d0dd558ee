/**
 * What can be said of a lending venue before anything happens: how far collateral may fall until debts are lost ({@link
 * io.firebreak.lending.metric.DistanceToBadDebt}), and how much is lost after a gap ({@link
 * io.firebreak.lending.metric.BadDebtAfterGap}).
 */
@NullMarked
package io.firebreak.lending.metric;

import org.jspecify.annotations.NullMarked;
