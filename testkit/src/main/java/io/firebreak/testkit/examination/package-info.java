/** The examiner: it plays a trial under all rules at once, and then the time after it, and says what broke and which edges were met. */
@NullMarked
package io.firebreak.testkit.examination;

import org.jspecify.annotations.NullMarked;
