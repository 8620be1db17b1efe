package org.bridgeconvoy.verify;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.random.Mrg32k3a;

/** MRG32k3a against published numbers: the first draws of RngStreams, and a queue that SSJ simulates with it. */
final class GeneratorCases {

    private static final String RNG_STREAMS = "RngStreams, L'Ecuyer, Simard, Chen, Kelton 2002";

    private GeneratorCases() {}

    static List<Check> run(Lab lab) {
        List<Check> checks = new ArrayList<>();
        double[] published = {
            0.12701112204657714, 0.3185275653967945, 0.3091860155832701, 0.8258468629271136, 0.2216299157820229
        };
        Mrg32k3a first = Mrg32k3a.firstStream();
        for (int i = 0; i < published.length; i++) {
            checks.add(Check.exact(
                    "Generators",
                    "MRG32k3a from 12345, number " + (i + 1),
                    RNG_STREAMS,
                    published[i],
                    first.nextDouble()));
        }
        // The state is the published start of stream 2: the jump from stream 1 must give the same number.
        double second = Mrg32k3a.ofState(3692455944L, 1366884236L, 2968912127L, 335948734L, 4161675175L, 475798818L)
                .nextDouble();
        checks.add(Check.exact(
                "Generators",
                "MRG32k3a, first number of stream 2",
                RNG_STREAMS,
                second,
                Mrg32k3a.firstStream().nextStream().nextDouble()));
        checks.add(Check.within(
                "Generators",
                "MRG32k3a, M/M/1 by Lindley, mean wait",
                "SSJ's example QueueLindley",
                0.506,
                lindley(),
                0.0005));
        return checks;
    }

    /**
     * Mean wait of SSJ's example QueueLindley: M/M/1 with arrival rate 1 and service rate 2 by Lindley's recursion, 100 runs of 10,000
     * customers. The first customer of a run waits 0. As in the example, the streams are not reset between runs.
     */
    private static double lindley() {
        Mrg32k3a arrivals = Mrg32k3a.firstStream();
        Mrg32k3a services = arrivals.nextStream();
        int runs = 100;
        int customers = 10_000;
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            double wait = 0;
            for (int i = 2; i <= customers; i++) {
                double service = -StrictMath.log(1 - services.nextDouble()) / 2;
                wait = Math.max(0, wait + service + StrictMath.log(1 - arrivals.nextDouble()));
                sum += wait / customers;
            }
        }
        return sum / runs;
    }
}
