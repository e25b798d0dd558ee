/** The protocol takes an unsafe account over, and its loss layers decide what becomes of it. */
@NullMarked
package io.firebreak.lending.seizure;

import org.jspecify.annotations.NullMarked;
