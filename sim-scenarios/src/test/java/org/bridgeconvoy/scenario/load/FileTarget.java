package org.bridgeconvoy.scenario.load;

import java.util.List;

/** Target of a fuzzer: any bytes as a scenario file, read and run. */
public final class FileTarget {

    private FileTarget() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] file) {
        Fuzzed.check(Fuzzed.LOADER.loadBytes("fuzz.yaml", file, List.of()));
    }
}
