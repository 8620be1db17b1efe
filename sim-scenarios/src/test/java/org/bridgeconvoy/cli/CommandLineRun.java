package org.bridgeconvoy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command line printed and returned. */
record CommandLineRun(int status, String out, String err) {

    static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Convoy.execute(new Console(new PrintWriter(out), new PrintWriter(err), false), args);
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}
