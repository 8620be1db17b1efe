package org.bridgeconvoy.verify;

import org.bridgeconvoy.experiment.Estimate;

/**
 * Outcome of one case: the known answer, the value that the library computed, and the interval that decides.
 *
 * @param group kind of system under test, such as {@code Queues}
 * @param name the case, with the unit of its values
 * @param source publication, formula or hand calculation that gives the answer
 * @param expected the known answer
 * @param got the library's value; NaN if it has none, and then the case fails
 * @param low lower end of the accepted interval around {@code got}, inclusive
 * @param high upper end of that interval, inclusive
 * @param passed whether {@code expected} lies in the interval
 */
public record Check(
        String group,
        String name,
        String source,
        double expected,
        double got,
        double low,
        double high,
        boolean passed) {

    /**
     * Confidence of the interval of one mean. About forty cases compare means: 0.99975^40 = 0.99, so a correct library passes all of them
     * for 99 of 100 seeds.
     */
    static final double CONFIDENCE = 0.99975;

    /** A mean over replications; passes if the answer lies in its {@link #CONFIDENCE} interval. */
    static Check mean(String group, String name, String source, double expected, Estimate got) {
        double halfWidth = got.halfWidth(CONFIDENCE);
        return between(group, name, source, expected, got.mean(), got.mean() - halfWidth, got.mean() + halfWidth);
    }

    /** A number without randomness; passes only if it equals the answer to the last bit. */
    static Check exact(String group, String name, String source, double expected, double got) {
        return between(group, name, source, expected, got, got, got);
    }

    /** A number that may differ from the answer by at most the case's tolerance. */
    static Check within(String group, String name, String source, double expected, double got, double tolerance) {
        return between(group, name, source, expected, got, got - tolerance, got + tolerance);
    }

    private static Check between(
            String group, String name, String source, double expected, double got, double low, double high) {
        return new Check(group, name, source, expected, got, low, high, low <= expected && expected <= high);
    }

    /** The verdict's word: {@code pass} or {@code fail}. */
    public String verdict() {
        return passed ? "pass" : "fail";
    }
}
