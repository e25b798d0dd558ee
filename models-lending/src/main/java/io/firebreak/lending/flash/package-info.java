/** Loans that are returned within the action that took them. */
@NullMarked
package io.firebreak.lending.flash;

import org.jspecify.annotations.NullMarked;
