/**
 * Reference mechanisms: one small and honest filling of each socket, the company in which a mechanism under test is judged.
 * None follows a protocol to the letter; each takes the shortest known way that breaks no rule of the catalogue.
 */
@NullMarked
package io.firebreak.testkit.reference;

import org.jspecify.annotations.NullMarked;
