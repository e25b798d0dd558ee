/** What a rule is made of: its number and sentence, and a check that watches, compares or asks. The rules themselves lie below, by family. */
@NullMarked
package io.firebreak.testkit.rule;

import org.jspecify.annotations.NullMarked;
