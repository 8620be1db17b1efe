package org.bridgeconvoy.cli;

import org.bridgeconvoy.study.Matters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that judge differences: from where on a difference matters. */
final class MattersOption {

    @Option(
            names = "--matters",
            paramLabel = "X%",
            description =
                    "The least difference that matters, as a share of the mean that is compared with: a difference is called"
                            + " equal if its whole interval lies between -X%% and +X%% of it (default: only what agrees in"
                            + " every replication is equal).")
    private @Nullable String matters;

    MattersOption() {}

    /**
     * The least difference that matters.
     *
     * @throws UsageException for another form or range
     */
    Matters matters() {
        return matters == null
                ? Matters.ALL
                : Matters.parse(matters)
                        .orElseThrow(() -> new UsageException(
                                "convoy: --matters must be a share above 0% and below 100%, such as 1%, got '" + matters
                                        + "'"));
    }

    /** The option as the end of a command line that gives the same result again; empty if it is not given. */
    String again() {
        return matters == null ? "" : " --matters " + matters().text();
    }
}
