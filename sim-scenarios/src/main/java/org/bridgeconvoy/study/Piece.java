package org.bridgeconvoy.study;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/**
 * Replications that travel to another machine: texts of scenarios, and which replications of each. Running a piece twice gives the same
 * bytes, so a cluster may do so when a machine is lost or slow.
 *
 * @param <R> what a replication gives
 * @param parts what to run, in order
 * @param wanted what a replication is to give
 * @param seed seed of the streams
 */
public record Piece<R>(List<Part> parts, Wanted<R> wanted, long seed) implements Serializable {

    /**
     * Consecutive replications of one scenario.
     *
     * @param scenario its resolved text
     * @param first number of the first replication
     * @param last number of the last
     */
    public record Part(String scenario, int first, int last) implements Serializable {}

    /** Copies the list. */
    public Piece {
        parts = List.copyOf(parts);
    }

    /**
     * Runs the replications on this thread. A replication that fails stands for itself: whoever reads the bytes runs it again and sees why.
     *
     * @param loader knows the modules that the scenarios use
     * @param files where long data files lie that the texts name
     * @return for each replication, in order, whether it gave something, and what
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    public byte[] run(ScenarioLoader loader, PieceFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Part part : parts) {
                run(part, loader, files, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void run(Part part, ScenarioLoader loader, PieceFiles files, DataOutputStream out) throws IOException {
        LoadResult loaded = loader.loadText("scenario", files.located(part.scenario), List.of());
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            throw new IllegalStateException("this machine cannot load the scenario: " + loaded.problems());
        }
        Replicator<R> replicator = wanted.model(scenario.config()).newReplicator();
        for (int r = part.first; r <= part.last; r++) {
            R result;
            try {
                result = replicator.replicate(Streams.of(seed, r));
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                out.writeBoolean(false);
                continue;
            }
            out.writeBoolean(true);
            wanted.write(result, out);
        }
    }
}
