package org.bridgeconvoy.report;

import org.bridgeconvoy.study.Source;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.Plural;

/**
 * How many inputs of a scenario have a source, and how many of these are assumed. What is asked of the answers is no input.
 *
 * @param assumed entries of {@code sources} with the grade "assumed"
 * @param all entries of {@code sources} that speak of the world
 */
public record Inputs(int assumed, int all) {

    /** Counts the sources of a result. */
    public static Inputs of(StudyResult result) {
        int assumed = 0;
        int all = 0;
        for (Source source : result.sources()) {
            if (!source.path().equals("answers") && !source.path().startsWith("answers.")) {
                all++;
                assumed += source.grade().equals("assumed") ? 1 : 0;
            }
        }
        return new Inputs(assumed, all);
    }

    /** {@code 22 of 26 inputs}. */
    public String count() {
        return assumed + " of " + Plural.count(all, "input");
    }

    /** The verb and the word behind the count: {@code are assumed}. */
    public String verb() {
        return assumed == 1 ? "is assumed" : "are assumed";
    }
}
