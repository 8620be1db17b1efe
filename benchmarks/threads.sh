#!/usr/bin/env bash
# Years of day-and-night on two threads beside one, and beside what the machine itself gives to two programs that share nothing.
# Usage: benchmarks/threads.sh ROUNDS, after ./convoy has built the program. Each round runs one thread, two threads, and two programs of one thread, by
# turns. Prints the medians over the rounds of the years a second.
set -euo pipefail
rounds=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$root/sim-scenarios/target/convoy.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Years.java <<'JAVA'
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/** Years a second on some threads: each takes its own replications for four seconds, and counts them for four more. */
final class Years {
    private static final double SECONDS = 4;

    public static void main(String[] args) throws Exception {
        BridgeModel model = new BridgeModel(
                new ScenarioLoader().load("day-and-night", List.of("horizon=365 d")).scenario().config());
        int threads = Integer.parseInt(args[0]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        double rate = 0;
        for (Future<Double> share : pool.invokeAll(IntStream.range(0, threads)
                .<java.util.concurrent.Callable<Double>>mapToObj(t -> () -> {
                    var replicator = model.newReplicator();
                    double done = 0;
                    for (int pass = 0; pass < 2; pass++) {
                        long began = System.nanoTime();
                        int years = 0;
                        double seconds = 0;
                        while (seconds < SECONDS) {
                            replicator.replicate(Streams.of(1 + t, ++years));
                            seconds = (System.nanoTime() - began) / 1e9;
                        }
                        done = years / seconds;
                    }
                    return done;
                })
                .toList())) {
            rate += share.get();
        }
        pool.shutdown();
        System.out.println(rate);
    }
}
JAVA
javac -cp "$jar" -d . Years.java
years() { java -cp "$work:$jar" Years "$1" >> "$2"; }
for ((round = 0; round < rounds; round++)); do
    years 1 one
    years 2 two
    years 1 first & years 1 second
    wait
done
paste first second | awk '{ print $1 + $2 }' > programs
median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }
awk -v one="$(median one)" -v two="$(median two)" -v programs="$(median programs)" 'BEGIN {
    printf "one thread    %5.1f years a second\n", one
    printf "two threads   %5.1f years a second, %.2f times as many\n", two, two / one
    printf "two programs  %5.1f years a second, %.2f times as many\n", programs, programs / one }'
