package org.bridgeconvoy.cli;

import org.bridgeconvoy.study.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands whose points several machines may share. */
final class ShardOption {

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description =
                    "Runs only part K of N of the points, for a cluster's array of jobs or several machines: --shard 3/16"
                            + " --out part3. convoy merge puts the parts together.")
    private @Nullable String shard;

    ShardOption() {}

    Shard part() {
        try {
            return shard == null ? Shard.WHOLE : Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: --shard " + e.getMessage());
        }
    }

    /** The end of a default folder's name: {@code -3-of-16}; empty for the whole. */
    static String suffix(Shard part) {
        return part.isWhole() ? "" : "-" + part.number() + "-of-" + part.of();
    }
}
