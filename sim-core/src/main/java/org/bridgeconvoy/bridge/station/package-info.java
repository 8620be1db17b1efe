/**
 * How trucks are served on their trip: in which order a station takes those that wait, and stages of a modeler's own. Small
 * interfaces that a world is made of; the model's own stations live in the package {@code bridge}. Start with {@link
 * org.bridgeconvoy.bridge.station.Discipline} and {@link org.bridgeconvoy.bridge.station.OwnStage}.
 */
@NullMarked
package org.bridgeconvoy.bridge.station;

import org.jspecify.annotations.NullMarked;
