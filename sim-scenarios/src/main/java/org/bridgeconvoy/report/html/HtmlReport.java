package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bridgeconvoy.report.WholeFile;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.SweepResult;

/**
 * The page of a run, of a comparison or of a sweep: the answer first, then charts, tables and, of a run, replay, sources and the scenario's text, in one file that needs
 * no other and no network. The same result gives the same bytes.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** Writes the page; the file is there whole or not at all. */
    public static void write(StudyResult result, Path file) throws IOException {
        StringWriter out = new StringWriter();
        write(result, out);
        WholeFile.write(file, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the page with the command that a run of this scenario by its name takes, and no warnings but the result's. */
    public static void write(StudyResult result, Writer out) throws IOException {
        write(
                result,
                List.of(),
                "./convoy run " + quoted(result.name()) + " --seed " + result.seed() + " --replications "
                        + result.replications().size(),
                out);
    }

    /**
     * Writes the page.
     *
     * @param result what is reported
     * @param scenarioWarnings what {@link org.bridgeconvoy.scenario.Loaded#warnings() loading} warned of; shown beside the
     *     result's own warnings
     * @param command the command line that makes it again, shown as it is
     * @param out where to; neither flushed nor closed
     */
    public static void write(StudyResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        write(result, scenarioWarnings, command, Helpers.NONE, out);
    }

    /**
     * Writes the page, with the same bytes, while helpers draw some of its charts.
     *
     * @param result what is reported
     * @param scenarioWarnings what {@link org.bridgeconvoy.scenario.Loaded#warnings() loading} warned of; shown beside the
     *     result's own warnings
     * @param command the command line that makes it again, shown as it is
     * @param helpers take on some of the charts
     * @param out where to; neither flushed nor closed
     */
    public static void write(
            StudyResult result, List<String> scenarioWarnings, String command, Helpers helpers, Writer out)
            throws IOException {
        out.write(new RunPage(result, scenarioWarnings, command, helpers).html());
    }

    /**
     * Makes the first report come sooner: finds the fonts and loads what draws, which takes longer than the drawing itself.
     * Worth calling on a thread of its own as soon as it is clear that there will be a report; calling it again does nothing.
     */
    public static void prepare() {
        FirstChart.drawn();
    }

    /**
     * Writes the page of a comparison.
     *
     * @param result what is reported
     * @param scenarioWarnings what {@link org.bridgeconvoy.scenario.Loaded#warnings() loading} warned of; shown beside the
     *     result's own warnings
     * @param command the command line that makes it again, shown as it is
     * @param out where to; neither flushed nor closed
     */
    public static void write(ComparisonResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        out.write(new ComparisonPage(result, scenarioWarnings, command).html());
    }

    /**
     * Writes the page of a sweep.
     *
     * @param result what is reported
     * @param scenarioWarnings what {@link org.bridgeconvoy.scenario.Loaded#warnings() loading} warned of; shown beside the
     *     result's own warnings
     * @param command the command line that makes it again, shown as it is
     * @param out where to; neither flushed nor closed
     */
    public static void write(SweepResult result, List<String> scenarioWarnings, String command, Writer out)
            throws IOException {
        out.write(new SweepPage(result, scenarioWarnings, command).html());
    }

    /** A word of a shell's command line. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9._/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
