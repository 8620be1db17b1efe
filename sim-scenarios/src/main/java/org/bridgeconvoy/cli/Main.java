package org.bridgeconvoy.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Entry point of the {@code convoy} command. It writes UTF-8 whatever the locale. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        // Charts need no display, and a display that does not answer would block them. This must come before the first
        // class of AWT.
        System.setProperty("java.awt.headless", "true");
        Console console = new Console(
                TerminalText.of(writer(FileDescriptor.out), System.getProperty("convoy.columns"), System::getenv),
                writer(FileDescriptor.err),
                Terminal.isAttached(),
                Terminal.columns(System.getenv("COLUMNS"), System.getProperty("convoy.columns")),
                ModulePath.loading(System.getenv(ModulePath.VARIABLE)));
        System.exit(Convoy.execute(console, args));
    }

    private static Writer writer(FileDescriptor descriptor) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
