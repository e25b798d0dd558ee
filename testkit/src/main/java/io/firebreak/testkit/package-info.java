/** The rules that every mechanism must keep, and the means to check them. */
@NullMarked
package io.firebreak.testkit;

import org.jspecify.annotations.NullMarked;
