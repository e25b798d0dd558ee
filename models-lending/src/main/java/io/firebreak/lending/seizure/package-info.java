/** Taking an unsafe account over: what of it goes into a lot ({@link io.firebreak.lending.seizure.Portion}), for auctions and
 * whoever stands ready, and the model that hands all of it to the loss layers. */
@NullMarked
package io.firebreak.lending.seizure;

import org.jspecify.annotations.NullMarked;
