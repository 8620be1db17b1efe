package org.bridgeconvoy.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.bridgeconvoy.study.Cluster;
import org.bridgeconvoy.study.ClusterEngine;

/** Opens a Spark cluster, or Spark in this process. Any {@code spark.…} property of the JVM holds too. */
public final class SparkEngine implements ClusterEngine {

    /** The address that stands for the one which spark-submit has been given. */
    static final String SUBMITTED = "spark-submit";

    private static final String STANDALONE = "spark://";

    /** Longest time until a master answers, in milliseconds. */
    private static final int ANSWER_MILLIS = 5_000;

    /** For the service loader. */
    public SparkEngine() {}

    @Override
    public Cluster open(String where, List<Path> modules, Consumer<String> tell) throws IOException {
        List<String> jars = new ArrayList<>();
        modules.forEach(module -> jars.add(module.toString()));
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "convoy")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                // Results are handed on as they come; their sum says nothing of the memory that they take.
                .setIfMissing("spark.driver.maxResultSize", "0");
        if (!where.equals(SUBMITTED)) {
            conf.setMaster(where);
        }
        if (where.startsWith(STANDALONE)) {
            jars.add(application().toString());
            if (answering(where).isLoopbackAddress()) {
                onLoopback(conf);
            }
        } else if (where.startsWith("local")) {
            onLoopback(conf);
        }
        ClassLoader before = OwnLoader.enter();
        try {
            JavaSparkContext context = new JavaSparkContext(new SparkContext(conf));
            jars.forEach(context::addJar);
            return SparkCluster.on(context, tell);
        } catch (RuntimeException e) {
            throw new IOException("Spark does not start: " + first(e), e);
        } finally {
            OwnLoader.leave(before);
        }
    }

    private static void onLoopback(SparkConf conf) {
        conf.setIfMissing("spark.driver.host", "127.0.0.1");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }

    /** The address of the first master that answers. Spark itself tries for a minute and then stops, without a word why. */
    private static InetAddress answering(String where) throws IOException {
        IOException failure = null;
        for (String master : where.substring(STANDALONE.length()).split(",", -1)) {
            int colon = master.lastIndexOf(':');
            InetSocketAddress address =
                    new InetSocketAddress(master.substring(0, colon), Integer.parseInt(master.substring(colon + 1)));
            if (address.isUnresolved()) {
                failure = new IOException("the host " + master.substring(0, colon) + " is not known");
                continue;
            }
            try (Socket socket = new Socket()) {
                socket.connect(address, ANSWER_MILLIS);
                return address.getAddress();
            } catch (IOException e) {
                failure = e;
            }
        }
        throw new IOException(
                "no Spark master answers at " + where + (failure == null ? "" : " (" + failure.getMessage() + ")"),
                failure);
    }

    /** The jar with this module and the program. */
    private static Path application() throws IOException {
        try {
            return Path.of(SparkEngine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** The first line of what went wrong. */
    static String first(Throwable failure) {
        String message = failure instanceof SparkException || failure.getMessage() != null
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        return message.lines().findFirst().orElse(message);
    }
}
