/** What trials are drawn from: jqwik arbitraries of worlds and histories, biased to the edges, for the kit and for designers. */
@NullMarked
package io.firebreak.testkit.generate;

import org.jspecify.annotations.NullMarked;
