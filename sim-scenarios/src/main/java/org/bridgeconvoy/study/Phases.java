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

    /** Begins a step of a phase, one of a number that is not known beforehand; each step counts for itself. */
    public Work beginStep(String name, String step, long planned) {
        return new Work(progress, phase(name).named(name + ", " + step), planned);
    }

    /** Hears of an experiment that runs until something is precise: each batch of replications counts for itself. */
    public org.bridgeconvoy.experiment.Progress batches(String name) {
        return new Batches(progress, phase(name));
    }

    private Progress.Phase phase(String name) {
        return new Progress.Phase(name, names.indexOf(name) + 1, names.size());
    }

    private static final class Batches implements org.bridgeconvoy.experiment.Progress {

        private final Progress progress;
        private final Progress.Phase phase;
        private int batch;
        private int before;
        private int planned;

        Batches(Progress progress, Progress.Phase phase) {
            this.progress = progress;
            this.phase = phase;
        }

        @Override
        public void replicationsDone(int done, int inAll) {
            if (inAll != planned) {
                before = planned;
                planned = inAll;
                batch++;
            }
            progress.at(phase.named(phase.name() + ", batch " + batch), done - before, planned - before);
        }
    }
}
