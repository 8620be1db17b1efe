package org.bridgeconvoy.bridge.module;

import java.util.List;

/**
 * Something that scenario files use by name. One instance serves all files and threads: it must be immutable and have a
 * public constructor without arguments.
 */
public sealed interface ScenarioModule permits ControlModule, ArrivalModule, ProfileModule {

    /**
     * The name in files: small letters and digits, words joined by hyphens, such as {@code moving-average}.
     *
     * @return in lower case, without spaces
     */
    String name();

    /**
     * One sentence for the readers of the documentation and of the schema.
     *
     * @return a few words
     */
    String about();

    /**
     * The settings that a file may or must give. A single setting whose key is empty is the module's whole value: {@code
     * series: file.csv} instead of a map of keys.
     *
     * @return in the order of the documentation
     */
    List<Setting> settings();
}
