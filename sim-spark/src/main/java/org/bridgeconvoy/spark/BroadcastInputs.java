package org.bridgeconvoy.spark;

import java.io.Serializable;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.PieceFiles;
import org.jspecify.annotations.Nullable;

/** What Spark broadcasts, so that every machine gets it once: long data files, and the loader of scenarios with the modules that came along as jars. */
final class BroadcastInputs implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PieceFiles files;

    private transient @Nullable ScenarioLoader loader;

    BroadcastInputs(PieceFiles files) {
        this.files = files;
    }

    PieceFiles files() {
        return files;
    }

    /** The loader on this machine. */
    synchronized ScenarioLoader loader() {
        ScenarioLoader known = loader;
        if (known == null) {
            // Spark gives its threads the loader that has the jars.
            known = new ScenarioLoader(Modules.load(Thread.currentThread().getContextClassLoader()));
            loader = known;
        }
        return known;
    }
}
