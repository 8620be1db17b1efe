package org.bridgeconvoy.study;

import java.util.List;

/** The phases of a piece of work, in their order, each of which counts for itself. */
public final class Phases {

    private final Progress progress;
    private final List<String> names;

    /**
     * The phases.
     *
     * @param names of all that may come, each once
     */
    public Phases(Progress progress, List<String> names) {
        this.progress = progress;
        this.names = List.copyOf(names);
    }

    /** Begins a phase of {@code planned} replications. */
    public Work begin(String name, long planned) {
        return new Work(progress, phase(name), planned);
    }

    /**
     * Begins a phase that takes as many replications as it turns out to need.
     *
     * @param most the most that it may take
     */
    public Work beginLimited(String name, long most) {
        return new Work(progress, phase(name).limited(), most);
    }

    /**
     * Hears of an experiment that runs until something is precise.
     *
     * @param most the most replications that it may take
     */
    public org.bridgeconvoy.experiment.Progress untilPrecise(String name, long most) {
        Progress.Phase phase = phase(name).limited();
        return (done, planned) -> progress.at(phase, done, most);
    }

    private Progress.Phase phase(String name) {
        return new Progress.Phase(name, names.indexOf(name) + 1, names.size());
    }
}
