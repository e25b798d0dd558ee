/** What a watch reads off the ledger by itself: accounts, purses and pools, without the engine's book, its index and its flags. */
@NullMarked
package io.firebreak.testkit.rule.reading;

import org.jspecify.annotations.NullMarked;
