package org.bridgeconvoy.spark;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.bridgeconvoy.study.Cluster;
import org.bridgeconvoy.study.ClusterException;
import org.bridgeconvoy.study.Piece;
import org.bridgeconvoy.study.PieceFiles;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Runs each piece as a task of Spark, which repeats those of a machine that is lost. What a task gave is taken as soon as Spark's listener of
 * the job has it.
 */
final class SparkCluster implements Cluster {

    /** Time from one look at a job that says nothing to the next. */
    private static final long LOOK_MILLIS = 200;

    /** A cluster without a free machine for so long is told of. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Spark's words for a task that it gives up. */
    private static final Pattern GIVEN_UP =
            Pattern.compile("Task (\\d+) in stage \\S+ failed (\\d+) times?, most recent failure: (.*)");

    private final JavaSparkContext context;
    private final ExecutorListener executors;
    private final Consumer<String> tell;

    private SparkCluster(JavaSparkContext context, ExecutorListener executors, Consumer<String> tell) {
        this.context = context;
        this.executors = executors;
        this.tell = tell;
    }

    static SparkCluster on(JavaSparkContext context, Consumer<String> tell) {
        ExecutorListener executors = new ExecutorListener(tell);
        context.sc().addSparkListener(executors);
        return new SparkCluster(context, executors, tell);
    }

    @Override
    public void run(List<Piece<?>> pieces, PieceFiles files, Taker taker) {
        ClassLoader before = OwnLoader.enter();
        try {
            Broadcast<BroadcastInputs> inputs = context.broadcast(new BroadcastInputs(files));
            context.setJobGroup("convoy", pieces.size() + " pieces", true);
            ResultHandler handler = new ResultHandler(new LinkedBlockingQueue<>());
            RDD<byte[]> results = context.parallelize(pieces, pieces.size())
                    .map(new RunPiece(inputs))
                    .rdd();
            SimpleFutureAction<BoxedUnit> job = context.sc()
                    .submitJob(
                            results,
                            new ProcessPartition(),
                            CollectionConverters.asScala(IntStream.range(0, pieces.size())
                                            .<Object>mapToObj(i -> i)
                                            .toList())
                                    .toSeq(),
                            handler,
                            new NoJobResult());
            boolean whole = false;
            try {
                take(job, handler.queue(), pieces.size(), taker);
                whole = true;
            } finally {
                if (!whole) {
                    job.cancel();
                }
            }
            inputs.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (IllegalStateException e) {
            throw context.sc().isStopped() ? gone(e) : e;
        } finally {
            OwnLoader.leave(before);
        }
    }

    private void take(
            SimpleFutureAction<BoxedUnit> job, BlockingQueue<ResultHandler.Piece> queue, int pieces, Taker taker)
            throws InterruptedException {
        long idle = System.nanoTime();
        boolean told = false;
        for (int taken = 0; taken < pieces; ) {
            ResultHandler.Piece piece = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (piece != null) {
                taker.take(piece.number(), piece.bytes());
                taken++;
            } else if (job.isCompleted() && queue.isEmpty()) {
                throw failure(job.value().get().failed().get());
            } else if (executors.count() > 0) {
                idle = System.nanoTime();
            } else if (!told && System.nanoTime() - idle > PATIENCE_NANOS && !context.isLocal()) {
                told = true;
                tell.accept("Spark has no free machine for this yet (memory for each: "
                        + context.getConf().get("spark.executor.memory", "1g") + ")");
            }
        }
    }

    /** Why a job of Spark failed, with the number of the piece if one is to blame. */
    static ClusterException failure(Throwable cause) {
        Matcher given = GIVEN_UP.matcher(SparkEngine.first(cause));
        return given.find()
                ? new ClusterException(
                        Integer.parseInt(given.group(1)),
                        "Spark gave up after " + given.group(2) + " tries: " + given.group(3),
                        cause)
                : gone(cause);
    }

    private static ClusterException gone(Throwable cause) {
        return new ClusterException("the Spark cluster is gone: " + SparkEngine.first(cause), cause);
    }

    @Override
    public void close() {
        executors.forget();
        context.close();
    }
}
