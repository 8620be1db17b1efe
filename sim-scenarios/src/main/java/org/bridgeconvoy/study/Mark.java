package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.experiment.PairedDifference;

/** What a reader must know of an estimate before trusting it. An estimate may carry several marks. */
public enum Mark {
    /** The values are too skewed for the interval. */
    UNSURE_SKEWED(
            "unsure: skewed",
            "few replications make up much of the spread, so the interval may well miss; more replications show"),
    /** Too little was observed for the interval. */
    UNSURE_FEW(
            "unsure: few",
            "an end of the interval lies beyond what was observed, or all replications agree and what is rare was not"
                    + " seen; more replications, or a longer run, show it"),
    /** The undelivered tonnes grow through the window, so the value depends on the length of the run. */
    GROWS("grows", "it grows through the window and has no steady value: a longer run gives another"),
    /** Lower bound: replications that did not get there by the end are left out. */
    LOWER_BOUND("lower bound", "replications that did not get there by the end are left out"),
    /** No random number is in the value, so every replication gives the same one. */
    NO_CHANCE(
            "no chance in it",
            "all inputs that it depends on are fixed, so every replication repeats it; this says nothing of how it"
                    + " varies in reality");

    private final String label;
    private final String explanation;

    Mark(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** The marks of a difference: {@link #UNSURE_SKEWED} or none. */
    public static List<Mark> of(PairedDifference difference) {
        return Skewness.isUnsure(difference) ? List.of(UNSURE_SKEWED) : List.of();
    }

    /** The mark's words in files and reports. */
    public String label() {
        return label;
    }

    /** The meaning of the mark and the reader's next step, in a sentence. */
    public String explanation() {
        return explanation;
    }
}
