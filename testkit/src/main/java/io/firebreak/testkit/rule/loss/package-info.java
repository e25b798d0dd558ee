/** Rules of loss layers: who bears what, in which order, and what becomes of what was taken over. */
@NullMarked
package io.firebreak.testkit.rule.loss;

import org.jspecify.annotations.NullMarked;
