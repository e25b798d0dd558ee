/** What came to a venue and left it: the kit's own record, against which limits are judged, and to whose edges trials are led. */
@NullMarked
package io.firebreak.testkit.flow;

import org.jspecify.annotations.NullMarked;
