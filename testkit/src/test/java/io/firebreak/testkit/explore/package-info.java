/** The explorer against a mechanism whose fault needs a rare order. */
@NullMarked
package io.firebreak.testkit.explore;

import org.jspecify.annotations.NullMarked;
