package org.bridgeconvoy.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.ClusterException;
import org.bridgeconvoy.study.PieceFiles;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** What needs no cluster; {@code .ci/spark} has one. The words of Spark's failures are those that Spark 4.2.0 printed there. */
class SparkEngineTest {

    private final SparkEngine engine = new SparkEngine();

    @Test
    void a_master_that_does_not_answer_is_named() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> engine.open("spark://127.0.0.1:" + free, List.of(), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no Spark master answers at spark://127.0.0.1:" + free);
    }

    @Test
    void a_host_that_is_not_known_is_named() {
        assertThatThrownBy(() -> engine.open("spark://no-such-host.invalid:7077", List.of(), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the host no-such-host.invalid is not known");
    }

    @Test
    void a_task_that_spark_gives_up_names_its_piece() {
        ClusterException failure = SparkCluster.failure(
                new IllegalStateException(
                        "Job aborted due to stage failure: Task 3 in stage 2.0 failed 4 times, most recent failure: Lost task 3.3 in"
                                + " stage 2.0 (TID 9) (127.0.0.1 executor 5): ExecutorLostFailure (executor 5 exited)\nDriver stacktrace:"));
        assertThat(failure.isOfPiece()).isTrue();
        assertThat(failure.piece()).isEqualTo(3);
        assertThat(failure)
                .hasMessage("Spark gave up after 4 tries: Lost task 3.3 in stage 2.0 (TID 9) (127.0.0.1 executor 5):"
                        + " ExecutorLostFailure (executor 5 exited)");
    }

    @Test
    void a_job_that_ends_without_a_task_to_blame_says_that_the_cluster_is_gone() {
        ClusterException failure = SparkCluster.failure(
                new IllegalStateException("Job 0 cancelled because SparkContext was shut down\nat org.apache.spark"));
        assertThat(failure.isOfPiece()).isFalse();
        assertThat(failure).hasMessage("the Spark cluster is gone: Job 0 cancelled because SparkContext was shut down");
    }

    @Test
    void a_task_gives_the_bytes_of_its_piece_with_its_number() {
        byte[] bytes = {1, 2, 3};
        BlockingQueue<ResultHandler.Piece> queue = new LinkedBlockingQueue<>();
        byte[] given = new ProcessPartition()
                .apply(CollectionConverters.asScala(List.of(bytes).iterator()));
        new ResultHandler(queue).apply(7, given);

        ResultHandler.Piece piece = queue.remove();
        assertThat(piece.number()).isEqualTo(7);
        assertThat(piece.bytes()).isSameAs(bytes);
    }

    @Test
    void a_machine_makes_its_loader_once() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        BroadcastInputs driver = new BroadcastInputs(new PieceFiles());
        driver.loader();
        try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
            out.writeObject(driver);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            BroadcastInputs machine = (BroadcastInputs) in.readObject();
            ScenarioLoader loader = machine.loader();
            assertThat(machine.loader()).isSameAs(loader).isNotSameAs(driver.loader());
        }
    }
}
