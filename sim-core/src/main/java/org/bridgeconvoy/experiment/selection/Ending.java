package org.bridgeconvoy.experiment.selection;

/** How a selection ended. */
public enum Ending {
    /** All is told that was asked for. */
    DECIDED,
    /** The budget, or the last look, came first. */
    BUDGET,
    /** No candidate meets the constraints by more than their tolerances. */
    NOTHING_FEASIBLE
}
