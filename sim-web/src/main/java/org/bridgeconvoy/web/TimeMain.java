package org.bridgeconvoy.web;

import java.util.List;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;

/**
 * {@code TimeMain SCENARIO REPLICATIONS ROUNDS}: the shortest time in ms that this JVM takes for the call that a page makes, on one thread, for
 * a browser to be held against. The first half of the rounds warms up.
 */
public final class TimeMain {

    private TimeMain() {}

    public static void main(String[] arguments) {
        String text = BuiltInScenarios.text(arguments[0])
                .orElseThrow(() -> new IllegalArgumentException("no built-in scenario " + arguments[0]));
        int replications = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        OpenedText opened = new OpenedText();
        List<String> texts = List.of("scenario.yaml", text);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            opened.replicate(1, texts, 1, replications);
            if (round >= rounds / 2) {
                best = Math.min(best, System.nanoTime() - begun);
            }
        }
        System.out.println(best / 1e6);
    }
}
