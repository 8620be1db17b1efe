package org.bridgeconvoy.verify;

import org.bridgeconvoy.experiment.Estimate;

/**
 * What came out of a case.
 *
 * @param group what kind of system it is
 * @param name the case
 * @param source who says what the answer is
 * @param expected the known answer
 * @param got what the library says
 * @param low lower end of the interval in which the answer must lie for the case to pass
 * @param high its upper end
 * @param passed whether it does
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

    /** Intervals of means are made so wide that all of some forty cases together fail by chance once in a hundred seeds. */
    static final double CONFIDENCE = 0.99975;

    /** A mean over replications, which passes if the answer lies in its interval. */
    static Check mean(String group, String name, String source, double expected, Estimate got) {
        double halfWidth = got.halfWidth(CONFIDENCE);
        return between(group, name, source, expected, got.mean(), got.mean() - halfWidth, got.mean() + halfWidth);
    }

    /** A number that chance does not touch, which passes if it is the answer to the last bit. */
    static Check exact(String group, String name, String source, double expected, double got) {
        return between(group, name, source, expected, got, got, got);
    }

    /** A number that passes if it is as close to the answer as the case allows. */
    static Check within(String group, String name, String source, double expected, double got, double tolerance) {
        return between(group, name, source, expected, got, got - tolerance, got + tolerance);
    }

    private static Check between(
            String group, String name, String source, double expected, double got, double low, double high) {
        return new Check(group, name, source, expected, got, low, high, low <= expected && expected <= high);
    }

    /** The verdict's word: pass or fail. */
    public String verdict() {
        return passed ? "pass" : "fail";
    }
}
