/** The laws of the engine, and rules of state: conservation, balance sheets, isolation. */
@NullMarked
package io.firebreak.testkit.rule.state;

import org.jspecify.annotations.NullMarked;
