/** The socket that turns an unsafe account back into cash. Read {@link io.firebreak.api.liquidation.Seller}, then
 * {@link io.firebreak.api.liquidation.Order} and {@link io.firebreak.api.liquidation.Ask}. */
@NullMarked
package io.firebreak.api.liquidation;

import org.jspecify.annotations.NullMarked;
