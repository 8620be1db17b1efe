package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Supplier;
import org.bridgeconvoy.report.TextLines;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/** Where a command prints. Whatever it prints, a terminal shows it and obeys nothing in it: see {@link VisibleText}. */
public final class Console {

    private final VisibleText visibleOut;
    private final VisibleText visibleErr;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isTerminal;
    private final int columns;
    private final Supplier<ScenarioLoader> loading;

    /**
     * A console.
     *
     * @param out standard output: results
     * @param err standard error: progress, warnings, errors
     * @param isTerminal whether a person sees standard error as it comes
     * @param columns how wide the terminal is that shows the results
     * @param loading gives what reads scenarios and knows the modules that they may name; asked only by commands that read one
     */
    public Console(Writer out, Writer err, boolean isTerminal, int columns, Supplier<ScenarioLoader> loading) {
        this.visibleOut = new VisibleText(out);
        this.visibleErr = new VisibleText(err);
        this.out = new PrintWriter(visibleOut, false);
        this.err = new PrintWriter(visibleErr, false);
        this.isTerminal = isTerminal;
        this.columns = columns;
        this.loading = loading;
    }

    /** A console of the usual width. */
    public Console(Writer out, Writer err, boolean isTerminal, Supplier<ScenarioLoader> loading) {
        this(out, err, isTerminal, TextLines.USUAL_WIDTH, loading);
    }

    /** A console whose scenarios may name the modules beside the program. */
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

    /** Prints a line, ending with LF on every system, to standard output. */
    void print(String line) {
        out.print(line);
        out.print('\n');
    }

    /** Prints a text to standard output in lines that are broken between words. */
    void print(String first, String next, String text) {
        TextLines.wrapped(first, next, text, columns).forEach(this::print);
    }

    /** Prints a line to standard error at once. */
    void complain(String line) {
        err.print(line);
        err.print('\n');
        err.flush();
    }

    /** Puts a text in place of the last line on standard error and stays at its beginning or end. */
    void redraw(String text) {
        err.flush();
        visibleErr.carriageReturn();
        err.print(text);
        err.flush();
    }

    /** Why standard output did not take all that was printed; empty if it has taken everything so far. */
    Optional<IOException> outputFailure() {
        out.flush();
        return visibleOut.failure();
    }
}
