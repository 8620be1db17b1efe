package org.bridgeconvoy.spark;

/** Entry point for {@code spark-submit convoy-spark.jar sweep …}: the command {@code convoy} on the cluster that spark-submit has chosen. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        System.setProperty("convoy.on", SparkEngine.SUBMITTED);
        org.bridgeconvoy.cli.Main.main(args);
    }
}
