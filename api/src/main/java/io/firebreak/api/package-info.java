/**
 * The sockets that a plugin fills, and the values they exchange. A plugin needs nothing else of Firebreak.
 *
 * <p>A tour, in the order in which a newcomer needs it:
 *
 * <ol>
 *   <li>{@link io.firebreak.api.number} and {@link io.firebreak.api.ledger}: a quantity is a {@code long} of base units, a
 *       price an exact {@link io.firebreak.api.number.Decimal}; where they meet, {@link io.firebreak.api.number.Exact} rounds
 *       once, and its method says which way. A {@link io.firebreak.api.ledger.Posting} moves an asset between two accounts.
 *   <li>{@link io.firebreak.api.margin}: an account is its signed holdings; {@link io.firebreak.api.margin.Leg} says what each
 *       is, {@link io.firebreak.api.margin.LinearMargin} when they no longer suffice, {@link
 *       io.firebreak.api.margin.Exposure} which swap would help.
 *   <li>{@link io.firebreak.api.liquidation}: what is done then. Begin with {@link io.firebreak.api.liquidation.Seller}, two
 *       methods; what they may answer is an {@link io.firebreak.api.liquidation.Order}.
 *   <li>{@link io.firebreak.api.loss} and {@link io.firebreak.api.safeguard}: who bears what is still missing, and what may be
 *       stopped before.
 *   <li>{@link io.firebreak.api.venue}: where accounts live and what their owners can do there, each an {@link
 *       io.firebreak.api.action.Action}.
 *   <li>{@link io.firebreak.api.agent}: who sends actions, for which fee; {@link io.firebreak.api.price} and {@link
 *       io.firebreak.api.oracle}: the world outside, and what of it a protocol sees; {@link io.firebreak.api.metric}: what is
 *       counted.
 *   <li>{@link io.firebreak.api.plugin}: how a jar offers all that. A mechanism is a record, and the record's components are
 *       its parameters.
 * </ol>
 *
 * <p>Every mechanism is a pure function: it receives its state and a {@link io.firebreak.api.view.View}, and returns its next
 * state and what it wants done. It is never handed anything that it could change.
 */
@NullMarked
package io.firebreak.api;

import org.jspecify.annotations.NullMarked;
