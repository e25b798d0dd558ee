/** What making a market costs and what it is worth to others: losses of providers, depth, and how toxic the flow is. */
@NullMarked
package io.firebreak.amm.metric;

import org.jspecify.annotations.NullMarked;
