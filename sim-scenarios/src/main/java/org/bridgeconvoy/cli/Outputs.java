package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.SweepPoints;

/** What all commands that write files share: the report's name, opening the folder, the exit status. */
final class Outputs {

    /** The report, written by every command that simulates. If it cannot be made, the data files are still written. */
    static final String REPORT = "report.html";

    private Outputs() {}

    /**
     * Opens a folder for a command's files, and makes it if need be.
     *
     * @throws UsageException if the folder cannot be written, or if another command writes there at this moment
     */
    static OutputFiles open(Path directory, String index, List<String> names) {
        try {
            return OutputFiles.open(directory, index, names);
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage() + "; nothing was run");
        }
    }

    /**
     * Refuses a folder with the points of an interrupted sweep, as this command would make it impossible to go on from them.
     *
     * @throws UsageException if the folder holds such points
     */
    static void refuseUnfinishedPoints(Path directory) throws IOException {
        if (SweepPoints.areUnfinished(directory)) {
            throw new UsageException("convoy: " + directory.resolve("points")
                    + " holds points of a sweep that was interrupted, which the same command as then goes on from; write"
                    + " elsewhere with --out, or remove that folder; nothing was run");
        }
    }

    /** Reports the files that could not be made. Returns the exit status: failed if there is one, else done. */
    static int status(OutputFiles files, Console console) {
        for (Map.Entry<String, Throwable> failure : files.failures().entrySet()) {
            console.complain("convoy: " + failure.getKey() + " could not be made ("
                    + failure.getValue().getClass().getSimpleName() + ": " + Failures.describe(failure.getValue())
                    + "); the other files are written");
        }
        return files.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
