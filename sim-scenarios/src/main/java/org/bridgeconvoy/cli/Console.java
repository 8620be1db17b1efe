package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.report.TextLines;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/**
 * Standard output and standard error of a command, and what it reads scenarios with. Text that could steer the terminal is printed as
 * visible characters, see {@link VisibleText}.
 */
public final class Console {

    private final VisibleText visibleOut;
    private final VisibleText visibleErr;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isTerminal;
    private final int columns;
    private final ModulePath loading;

    /**
     * Creates a console.
     *
     * @param out standard output: results
     * @param err standard error: progress, warnings, errors
     * @param isTerminal whether standard error is a terminal, so that a progress line makes sense
     * @param columns width of the lines of results, in characters
     * @param loading gives the loader of scenarios with the modules that they may name; only commands that read a scenario ask for it
     */
    public Console(Writer out, Writer err, boolean isTerminal, int columns, ModulePath loading) {
        this.visibleOut = new VisibleText(out);
        this.visibleErr = new VisibleText(err);
        this.out = new PrintWriter(visibleOut, false);
        this.err = new PrintWriter(visibleErr, false);
        this.isTerminal = isTerminal;
        this.columns = columns;
        this.loading = loading;
    }

    /** Creates a console of the usual width. */
    public Console(Writer out, Writer err, boolean isTerminal, ModulePath loading) {
        this(out, err, isTerminal, TextLines.USUAL_WIDTH, loading);
    }

    /** Creates a console of the usual width whose scenarios may name only the modules delivered with the program. */
    public Console(Writer out, Writer err, boolean isTerminal) {
        this(out, err, isTerminal, ModulePath.loading(null));
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    boolean isTerminal() {
        return isTerminal;
    }

    int columns() {
        return columns;
    }

    ScenarioLoader loader() {
        return loading.get();
    }

    /** The jars and folders of the modules that scenarios may name beside those of the program. */
    List<Path> modules() {
        return loading.files();
    }

    /** Prints a line, ending with LF on every system, to standard output. */
    void print(String line) {
        out.print(line);
        out.print('\n');
    }

    /**
     * Prints a text to standard output, broken between words into lines of the console's width.
     *
     * @param first what the first line begins with
     * @param next what every further line begins with
     */
    void print(String first, String next, String text) {
        TextLines.wrapped(first, next, text, columns).forEach(this::print);
    }

    /** Prints a line to standard error and flushes it. */
    void complain(String line) {
        err.print(line);
        err.print('\n');
        err.flush();
    }

    /** Moves to the beginning of the current line on standard error and prints a text over it. The line must not end with a line feed. */
    void redraw(String text) {
        err.flush();
        visibleErr.carriageReturn();
        err.print(text);
        err.flush();
    }

    /** The first failure to write to standard output; empty if all text printed so far was written. */
    Optional<IOException> outputFailure() {
        out.flush();
        return visibleOut.failure();
    }
}
