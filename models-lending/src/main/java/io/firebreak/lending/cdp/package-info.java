/** Collateralised debt: a venue that issues the asset it lends. */
@NullMarked
package io.firebreak.lending.cdp;

import org.jspecify.annotations.NullMarked;
