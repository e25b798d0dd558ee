/** Rules of venues: shares, quotes, contracts, and depositors who stand ready or cover. */
@NullMarked
package io.firebreak.testkit.rule.venue;

import org.jspecify.annotations.NullMarked;
