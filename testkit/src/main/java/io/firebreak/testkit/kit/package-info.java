/**
 * The kit: one class per socket for a designer to extend, and the campaign behind it that makes trials, lets every rule
 * judge them, and cuts what fails to its shortest.
 */
@NullMarked
package io.firebreak.testkit.kit;

import org.jspecify.annotations.NullMarked;
