@NullMarked
package io.firebreak.testkit.reference;

import org.jspecify.annotations.NullMarked;
