#!/usr/bin/env bash
# A year of day-and-night in this version beside others: each a JVM of its own, by turns. Builds the others from their commits.
# Usage: benchmarks/versions.sh ROUNDS COMMIT..., after ./convoy has built this one. Prints of each the median of the JVMs' medians and of their least, in ms, and what
# this version takes for each ms of it.
set -euo pipefail
rounds=$1
shift
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Year.java <<'JAVA'
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.random.Streams;

final class Year {
    private static final int ROUNDS = 18;
    private static final int WARM_UP = 6;
    private static final int RUNS = 10;

    public static void main(String[] args) throws Exception {
        // Where the loader is depends on the version.
        Class<?> type;
        try {
            type = Class.forName("org.bridgeconvoy.scenario.load.ScenarioLoader");
        } catch (ClassNotFoundException e) {
            type = Class.forName("org.bridgeconvoy.scenario.ScenarioLoader");
        }
        Object loaded = type.getMethod("load", String.class, List.class)
                .invoke(type.getConstructor().newInstance(), "day-and-night", List.of("horizon=365 d"));
        Object scenario = loaded.getClass().getMethod("scenario").invoke(loaded);
        ConvoyConfig config = (ConvoyConfig) scenario.getClass().getMethod("config").invoke(scenario);
        var replicator = new BridgeModel(config).newReplicator();
        double[] millis = new double[ROUNDS - WARM_UP];
        int replication = 1;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < RUNS; i++) {
                replicator.replicate(Streams.of(1, replication++));
            }
            if (round >= WARM_UP) {
                millis[round - WARM_UP] = (System.nanoTime() - began) / 1e6 / RUNS;
            }
        }
        Arrays.sort(millis);
        System.out.println(millis[millis.length / 2] + " " + millis[0]);
    }
}
JAVA
for commit in "$@"; do
    git clone -q "$root" "$commit"
    (cd "$commit" && git -c advice.detachedHead=false checkout -q "$commit" && ./convoy --version) >&2
done
ln -s "$root" this
versions=(this "$@")
for version in "${versions[@]}"; do
    javac -cp "$version/sim-scenarios/target/convoy.jar" -d "$version.classes" Year.java
done
for ((round = 0; round < rounds; round++)); do
    for version in "${versions[@]}"; do
        java -cp "$version.classes:$version/sim-scenarios/target/convoy.jar" Year >> "$version.times"
    done
done
median() { cut -d ' ' -f "$2" "$1.times" | sort -n | sed -n "$(((rounds + 1) / 2))p"; }
for version in "${versions[@]}"; do
    awk -v name="$version" -v m="$(median "$version" 1)" -v l="$(median "$version" 2)" -v tm="$(median this 1)" -v tl="$(median this 2)" \
        'BEGIN { printf "%-10s median %5.1f ms (%.2f)   least %5.1f ms (%.2f)\n", name, m, tm / m, l, tl / l }'
done
