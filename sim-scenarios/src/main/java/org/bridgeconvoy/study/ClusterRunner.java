package org.bridgeconvoy.study;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.bridgeconvoy.experiment.point.PointSink;
import org.bridgeconvoy.experiment.point.PointTask;

/**
 * Runs replications on a cluster. The first ones run here, until it is known how long one takes; the rest is cut into pieces of at least
 * {@value #PIECE_SECONDS} s of work, since a cluster spends some 10 ms on each. A replication that fails there is run again here, so the
 * failure is told as threads tell it. One that takes its machine with it is named, and not run here.
 */
public final class ClusterRunner implements Runner {

    /** Least work of a piece, in seconds. */
    static final double PIECE_SECONDS = 2;

    /** Least time in seconds of a measurement that counts: by then the JVM has compiled most of the model. */
    private static final double MEASURED_SECONDS = 1;

    private final Runner here;
    private final int threads;
    private final Cluster cluster;
    private final double pieceSeconds;
    private final double measuredSeconds;

    /**
     * A runner.
     *
     * @param here runs what cannot travel, and what is measured
     * @param threads how many replications run at once here
     * @param cluster runs the rest
     */
    public ClusterRunner(Runner here, int threads, Cluster cluster) {
        this(here, threads, cluster, PIECE_SECONDS, MEASURED_SECONDS);
    }

    /** A runner with pieces and a measurement of other lengths. */
    ClusterRunner(Runner here, int threads, Cluster cluster, double pieceSeconds, double measuredSeconds) {
        this.here = here;
        this.threads = threads;
        this.cluster = cluster;
        this.pieceSeconds = pieceSeconds;
        this.measuredSeconds = measuredSeconds;
    }

    @Override
    public void close() {
        cluster.close();
    }

    @Override
    public <R> void run(Batch<R> batch, PointSink<R> sink) {
        Recipe<R> recipe = batch.recipe();
        if (recipe == null) {
            here.run(batch, sink);
        } else {
            new Spread<>(batch, recipe, sink).run();
        }
    }

    /** One batch on its way. */
    private final class Spread<R> {

        private final Batch<R> batch;
        private final Recipe<R> recipe;
        private final PointSink<R> sink;
        private final int planned;
        private int done;

        /** Of each piece: the tasks of its parts. */
        private final List<List<Integer>> tasksOf = new ArrayList<>();

        private final List<Piece<?>> pieces = new ArrayList<>();

        /** What came before a piece of a lower number. */
        private final Map<Integer, byte[]> early = new TreeMap<>();

        private int next;

        /** Replications that have ended, also those that wait for others before them. */
        private int ended;

        Spread(Batch<R> batch, Recipe<R> recipe, PointSink<R> sink) {
            this.batch = batch;
            this.recipe = recipe;
            this.sink = sink;
            planned = batch.tasks().stream().mapToInt(PointTask::replications).sum();
        }

        void run() {
            int chunk = 1;
            double seconds = 0;
            while (done < planned && seconds < measuredSeconds) {
                chunk = Math.min(2 * chunk, planned - done);
                long began = System.nanoTime();
                runHere(done, chunk, true);
                seconds = (System.nanoTime() - began) / 1e9;
            }
            if (done == planned) {
                return;
            }
            double each = seconds * Math.min(threads, chunk) / chunk;
            cut((int) Math.max(1, Math.min(planned, Math.ceil(pieceSeconds / each))));
            PieceFiles files = new PieceFiles();
            pieces.forEach(piece -> piece.parts().forEach(part -> files.add(part.scenario())));
            ended = done;
            try {
                cluster.run(List.copyOf(pieces), files, this::take);
            } catch (ClusterException e) {
                throw e.isOfPiece() ? new ClusterException(named(e.piece()) + ": " + e.getMessage(), e) : e;
            }
            if (next < pieces.size()) {
                throw new IllegalStateException("the cluster ended without piece " + next + " of " + pieces.size());
            }
        }

        /** What a piece is to run, for people: the numbers of its replications, and the names of its points. */
        private String named(int piece) {
            IntFunction<String> names = batch.names();
            List<String> words = new ArrayList<>();
            for (int p = 0; p < tasksOf.get(piece).size(); p++) {
                Piece.Part part = pieces.get(piece).parts().get(p);
                int point = batch.tasks().get(tasksOf.get(piece).get(p)).point();
                words.add((part.first() == part.last() ? "replication " : "replications " + part.first() + " to ")
                        + part.last()
                        + (names == null ? "" : " of " + names.apply(point)));
            }
            return String.join(", ", words);
        }

        /**
         * Runs some replications on this machine, counted over all tasks.
         *
         * @param counts whether they are new to the progress
         */
        private void runHere(int from, int count, boolean counts) {
            List<PointTask> some = new ArrayList<>();
            List<Integer> of = new ArrayList<>();
            int before = 0;
            for (int t = 0; t < batch.tasks().size() && before < from + count; t++) {
                PointTask task = batch.tasks().get(t);
                int first = Math.max(0, from - before);
                int end = Math.min(task.replications(), from + count - before);
                if (first < end) {
                    some.add(new PointTask(task.point(), task.first() + first, task.first() + end - 1));
                    of.add(t);
                }
                before += task.replications();
            }
            Batch<R> part = new Batch<>(
                    batch.seed(),
                    some,
                    batch.models(),
                    batch.names(),
                    counts ? (more, all) -> batch.progress().replicationsDone(from + more, planned) : (more, all) -> {},
                    recipe);
            here.run(part, (task, replication, result) -> sink.accept(of.get(task), replication, result));
            done = Math.max(done, from + count);
        }

        /** Cuts what is left into pieces of {@code size} replications, the last perhaps smaller. */
        private void cut(int size) {
            List<Piece.Part> parts = new ArrayList<>();
            List<Integer> tasks = new ArrayList<>();
            int free = size;
            int before = 0;
            for (int t = 0; t < batch.tasks().size(); t++) {
                PointTask task = batch.tasks().get(t);
                int first = task.first() + Math.max(0, Math.min(task.replications(), done - before));
                before += task.replications();
                while (first <= task.last()) {
                    int last = Math.min(task.last(), first + free - 1);
                    parts.add(new Piece.Part(recipe.scenarios().apply(task.point()), first, last));
                    tasks.add(t);
                    free -= last - first + 1;
                    first = last + 1;
                    if (free == 0) {
                        add(parts, tasks);
                        parts = new ArrayList<>();
                        tasks = new ArrayList<>();
                        free = size;
                    }
                }
            }
            if (!parts.isEmpty()) {
                add(parts, tasks);
            }
        }

        private void add(List<Piece.Part> parts, List<Integer> tasks) {
            pieces.add(new Piece<>(parts, recipe.wanted(), batch.seed()));
            tasksOf.add(tasks);
        }

        private synchronized void take(int piece, byte[] bytes) {
            early.put(piece, bytes);
            for (Piece.Part part : pieces.get(piece).parts()) {
                for (int r = part.first(); r <= part.last(); r++) {
                    ended++;
                    batch.progress().replicationsDone(ended, planned);
                }
            }
            for (byte[] ready = early.remove(next); ready != null; ready = early.remove(next)) {
                try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(ready))) {
                    give(pieces.get(next), tasksOf.get(next), in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                next++;
            }
        }

        private void give(Piece<?> piece, List<Integer> tasks, DataInputStream in) throws IOException {
            for (int p = 0; p < tasks.size(); p++) {
                int task = tasks.get(p);
                int point = batch.tasks().get(task).point();
                Piece.Part part = piece.parts().get(p);
                for (int r = part.first(); r <= part.last(); r++) {
                    if (in.readBoolean()) {
                        sink.accept(
                                task,
                                r,
                                recipe.wanted().read(() -> batch.models().apply(point), in));
                        done++;
                    } else {
                        runHere(done, 1, false);
                    }
                }
            }
        }
    }
}
