package org.bridgeconvoy.spark;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** The executors that Spark has for this command; tells of those that it loses. */
final class ExecutorListener extends SparkListener {

    private final Set<String> names = new HashSet<>();
    private final Consumer<String> tell;
    private boolean forgotten;

    ExecutorListener(Consumer<String> tell) {
        this.tell = tell;
    }

    synchronized int count() {
        return names.size();
    }

    /** From now on they are let go, not lost. */
    synchronized void forget() {
        forgotten = true;
    }

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded added) {
        names.add(added.executorId());
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        names.remove(removed.executorId());
        if (!forgotten) {
            tell.accept("Spark lost executor " + removed.executorId() + " ("
                    + removed.reason().lines().findFirst().orElse("no reason given")
                    + "); its work is done again");
        }
    }
}
