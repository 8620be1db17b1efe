package org.bridgeconvoy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bridgeconvoy.scenario.ScenarioLoader;

/** The entry of the {@code convoy} command; text goes out as UTF-8 whatever the locale. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int status = execute(out, err, args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static int execute(PrintWriter out, PrintWriter err, String... args) {
        try {
            ScenarioLoader loader = ModulePath.loader(System.getenv(ModulePath.VARIABLE));
            return Convoy.execute(new Console(out, err, Terminal.isAttached(), loader), args);
        } catch (UsageException e) {
            e.lines().forEach(line -> err.print(line + "\n"));
            return Convoy.WRONG;
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
