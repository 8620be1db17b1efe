package org.bridgeconvoy.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Speaks to a kind of cluster; found by {@link java.util.ServiceLoader} in a module of its own, since its libraries are large. */
public interface ClusterEngine {

    /**
     * Opens a cluster.
     *
     * @param where its address, as {@code --on} takes it
     * @param modules jars with modules that scenarios name; they travel with the work
     * @param tell hears what becomes of the machines, in lines for people
     * @throws IOException with a message for people if the cluster cannot be reached
     */
    Cluster open(String where, List<Path> modules, Consumer<String> tell) throws IOException;
}
