package org.bridgeconvoy.live;

import java.util.List;

/**
 * A slider of the live page.
 *
 * @param label what it moves: {@code bridge.headway}
 * @param help what that is, in one sentence; empty if the table of keys does not say
 * @param spots its places in order; at least two
 * @param base index of the place at which the scenario stays as it is
 */
public record Knob(String label, String help, List<Spot> spots, int base) {

    /** Copies the places. */
    public Knob {
        spots = List.copyOf(spots);
    }

    /**
     * A place of a slider.
     *
     * @param label the value for people: {@code 40 s}
     * @param sets what is set there, each {@code PATH=VALUE}; empty at the base
     */
    public record Spot(String label, List<String> sets) {

        /** Copies the list. */
        public Spot {
            sets = List.copyOf(sets);
        }
    }
}
