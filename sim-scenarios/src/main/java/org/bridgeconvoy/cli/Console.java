package org.bridgeconvoy.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.bridgeconvoy.scenario.ScenarioLoader;

/**
 * Where a command prints.
 *
 * @param out standard output: results
 * @param err standard error: progress, warnings, errors
 * @param isTerminal whether a person sees standard error as it comes
 * @param loading gives what reads scenarios and knows the modules that they may name; asked only by commands that read one
 */
public record Console(PrintWriter out, PrintWriter err, boolean isTerminal, Supplier<ScenarioLoader> loading) {

    /** A console whose scenarios may name the modules beside the program. */
    public Console(PrintWriter out, PrintWriter err, boolean isTerminal) {
        this(out, err, isTerminal, ModulePath.loading(null));
    }

    ScenarioLoader loader() {
        return loading.get();
    }

    /** Prints a line, ending with LF on every system, to standard output. */
    void print(String line) {
        out.print(line);
        out.print('\n');
    }

    /** Prints a line to standard error at once. */
    void complain(String line) {
        err.print(line);
        err.print('\n');
        err.flush();
    }
}
