package org.bridgeconvoy.cli;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM of its own, with the class path of the tests, for what shows in no other way. */
public final class JavaProcess {

    private JavaProcess() {}

    /** Standard output and error together, and the exit status. */
    public record Ended(int status, String said) {}

    /**
     * Runs a main class to its end.
     *
     * @param environment set beside that of the tests; without a display that answers
     * @param first class path before that of the tests, perhaps empty
     */
    public static Ended run(Map<String, String> environment, String first, String main, String... args)
            throws Exception {
        return runAtMost(1, environment, first, main, args);
    }

    /** As {@link #run}, for what takes longer. */
    public static Ended runAtMost(
            int minutes, Map<String, String> environment, String first, String main, String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(first + File.pathSeparator + System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", "localhost:10.0");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            throw new TimeoutException(said);
        }
        return new Ended(process.exitValue(), said);
    }
}
