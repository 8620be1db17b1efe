/**
 * Resources, queues, gates, batches, levels and stores, and flows: what an entity does, step by step, without a thread.
 *
 * <p>A flow is an immutable list of steps that all entities of a kind share. The position of an entity in it is a cursor of its own,
 * reused from step to step ({@code Journey}). Resources, gates and batches see an entity as a {@code Customer}; who gets the units of a resource
 * is decided by its {@code Allocation}; {@code Interruptions} takes units away in mid-work. The words of a builder stand in {@code
 * SeizeWords}, {@code WayWords} and {@code StockWords}. Here must not live: bridges, trucks or randomness. Start reading at {@code Flow}, then {@code
 * Resource}.
 */
@NullMarked
package org.bridgeconvoy.flow;

import org.jspecify.annotations.NullMarked;
