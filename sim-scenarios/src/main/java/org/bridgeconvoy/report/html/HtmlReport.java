package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.report.WholeFile;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;

/**
 * Writes the page of a run, a comparison or a sweep: the answer first, then charts and tables; for a run also replay,
 * sources and the text of the scenario. A page is one file that needs no other file and no network. Equal results give
 * equal bytes.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** Writes the page of a run to a file, which is either complete or absent. */
    public static void write(StudyResult result, Path file) throws IOException {
        StringWriter out = new StringWriter();
        write(result, out);
        WholeFile.write(file, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the page of a run without warnings of the scenario. Its command line runs the scenario by its name. */
    public static void write(StudyResult result, Writer out) throws IOException {
        write(
                result,
                List.of(),
                "./convoy run " + quoted(result.name()) + " --seed " + result.seed() + " --replications "
                        + result.replications().size(),
                out);
    }

    /**
     * Writes the page of a run.
     *
     * @param result the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}, shown before
     *     those of the result
     * @param command command line that makes the page again, shown as it is
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(StudyResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, NotKnown.NONE, "", Helpers.NONE, Language.ENGLISH, out);
    }

    /** Writes the page of a run in English, with some charts drawn on helper threads. */
    public static void write(
            StudyResult result,
            List<String> scenarioWarnings,
            String command,
            NotKnown notKnown,
            Helpers helpers,
            Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, notKnown, "", helpers, Language.ENGLISH, out);
    }

    /**
     * Writes the page of a run, with some charts drawn on helper threads. The bytes are the same as without helpers.
     *
     * @param result the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}, shown before
     *     those of the result
     * @param command command line that makes the page again, shown as it is
     * @param notKnown what the intervals of the run leave out
     * @param live address of the page that runs the scenario in a browser; empty if there is none
     * @param helpers threads that draw some of the charts
     * @param language language of the page; data and the scenario's own words stay as they are
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(
            StudyResult result,
            List<String> scenarioWarnings,
            String command,
            NotKnown notKnown,
            String live,
            Helpers helpers,
            Language language,
            Writer out)
            throws IOException {
        out.write(new RunPage(result, scenarioWarnings, command, notKnown, live, helpers, language).html());
    }

    /**
     * Finds the fonts and loads the classes that draw, which takes longer than drawing. Call it on its own thread as
     * soon as a report will be needed; a second call does nothing.
     */
    public static void prepare() {
        FirstChart.drawn();
    }

    /** Writes the page of a comparison in English. */
    public static void write(ComparisonResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, Language.ENGLISH, out);
    }

    /**
     * Writes the page of a comparison.
     *
     * @param result the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}, shown before
     *     those of the result
     * @param command command line that makes the page again, shown as it is
     * @param language language of the page
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(
            ComparisonResult result, List<String> scenarioWarnings, String command, Language language, Writer out)
            throws IOException {
        out.write(new ComparisonPage(result, scenarioWarnings, command, language).html());
    }

    /** Writes the page of a sweep in English. */
    public static void write(SweepResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, Language.ENGLISH, out);
    }

    /**
     * Writes the page of a sweep.
     *
     * @param result the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}, shown before
     *     those of the result
     * @param command command line that makes the page again, shown as it is
     * @param language language of the page
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(
            SweepResult result, List<String> scenarioWarnings, String command, Language language, Writer out)
            throws IOException {
        out.write(new SweepPage(result, scenarioWarnings, command, language).html());
    }

    /** Writes the page of a calibration in English. */
    public static void write(CalibrationResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, Language.ENGLISH, out);
    }

    /**
     * Writes the page of a calibration.
     *
     * @param result the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}
     * @param command command line that makes the page again, shown as it is
     * @param language language of the page
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(
            CalibrationResult result, List<String> scenarioWarnings, String command, Language language, Writer out)
            throws IOException {
        out.write(new CalibrationPage(result, scenarioWarnings, command, language).html());
    }

    /** Writes the page of what is not known in English. */
    public static void write(SensitivityResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, Language.ENGLISH, out);
    }

    /**
     * Writes the page of what is not known.
     *
     * @param result the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}, shown before
     *     those of the result
     * @param command command line that makes the page again, shown as it is
     * @param language language of the page
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(
            SensitivityResult result, List<String> scenarioWarnings, String command, Language language, Writer out)
            throws IOException {
        out.write(new SensitivityPage(result, scenarioWarnings, command, language).html());
    }

    /** Writes the page of an optimum in English. */
    public static void write(Decision decision, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(decision, scenarioWarnings, command, Language.ENGLISH, out);
    }

    /**
     * Writes the page of an optimum.
     *
     * @param decision the result to report
     * @param scenarioWarnings warnings of {@link org.bridgeconvoy.scenario.LoadResult#warnings() loading}
     * @param command command line that makes the page again, shown as it is
     * @param language language of the page
     * @param out receives the page; neither flushed nor closed
     */
    public static void write(
            Decision decision, List<String> scenarioWarnings, String command, Language language, Writer out)
            throws IOException {
        out.write(new DecisionPage(decision, scenarioWarnings, command, language).html());
    }

    /** A name as a word of a shell command. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9._/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
