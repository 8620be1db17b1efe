package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.SweepPoints;

/** What commands have in common that write files. */
final class Outputs {

    /** The page that every command writes; the tables and the summary do without it. */
    static final String REPORT = "report.html";

    private Outputs() {}

    /**
     * Opens a folder for a command's files.
     *
     * @throws UsageException if it cannot be written, or if another command writes there
     */
    static OutputFiles open(Path directory, String index, List<String> names) {
        try {
            return OutputFiles.open(directory, index, names);
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage() + "; nothing was run");
        }
    }

    /**
     * Refuses a folder that holds points which another command has still to go on from.
     *
     * @throws UsageException if it does
     */
    static void refuseUnfinishedPoints(Path directory) throws IOException {
        if (SweepPoints.areUnfinished(directory)) {
            throw new UsageException("convoy: " + directory.resolve("points")
                    + " holds points of a sweep that was interrupted, which the same command as then goes on from; write"
                    + " elsewhere with --out, or remove that folder; nothing was run");
        }
    }

    /** Says which files could not be made, and gives the exit status that follows. */
    static int status(OutputFiles files, Console console) {
        for (Map.Entry<String, Throwable> failure : files.failures().entrySet()) {
            console.complain("convoy: " + failure.getKey() + " could not be made ("
                    + failure.getValue().getClass().getSimpleName() + ": " + Failures.describe(failure.getValue())
                    + "); the other files are written");
        }
        return files.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
