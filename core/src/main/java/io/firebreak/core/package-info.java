/**
 * The engine: it carries out what mechanisms order, keeps the books, and draws conclusions from many runs.
 *
 * <p>A scenario's way through the packages:
 *
 * <ol>
 *   <li>{@link io.firebreak.core.wiring} loads plugins and describes the records they offer.
 *   <li>{@link io.firebreak.core.scenario} reads the file against these descriptions, every mistake at once, and applies the
 *       patches of each design and world.
 *   <li>{@link io.firebreak.core.economy} is the result: one run's parts as plain values.
 *   <li>{@link io.firebreak.core.engine} runs it. {@link io.firebreak.core.engine.Engine} has the order of a block. Around it
 *       are the world, {@link io.firebreak.core.price}, {@link io.firebreak.core.market} and {@link
 *       io.firebreak.core.oracle}; the contest for block space, {@link io.firebreak.core.gas}; and chance with an address,
 *       {@link io.firebreak.core.random}.
 *   <li>{@link io.firebreak.core.book} is the fenced hot path below: the ledger, who is unsafe, what stands on offer, and one
 *       undo log for all of it. {@link io.firebreak.core.book.Law} lists what no mechanism can do.
 *   <li>{@link io.firebreak.core.experiment} repeats runs over designs, worlds and seeds and says which differences are
 *       resolved; {@link io.firebreak.core.results} puts them on disk so that anybody can check them.
 * </ol>
 *
 * <p>The mechanisms that live here, oracles and price paths, are offered by {@link io.firebreak.core.CorePlugin} as any other
 * plugin offers its own; the engine knows none of them by name.
 */
@NullMarked
package io.firebreak.core;

import org.jspecify.annotations.NullMarked;
