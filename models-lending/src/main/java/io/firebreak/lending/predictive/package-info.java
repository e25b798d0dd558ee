/** Margins that widen before it is too late: {@link io.firebreak.lending.predictive.PredictiveMargin} forecasts volatility and announces. */
@NullMarked
package io.firebreak.lending.predictive;

import org.jspecify.annotations.NullMarked;
