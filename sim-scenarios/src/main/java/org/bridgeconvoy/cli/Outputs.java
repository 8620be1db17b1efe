package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.UnfinishedPoints;

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
        List<String> all = new ArrayList<>(names);
        names.stream().filter(name -> name.endsWith(".csv")).forEach(name -> all.add(name.replace(".csv", ".parquet")));
        try {
            return OutputFiles.open(directory, index, all);
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
        Optional<String> command = UnfinishedPoints.in(directory);
        if (command.isPresent()) {
            String what = command.get().equals("optimise") ? "an " : "a ";
            throw new UsageException("convoy: " + directory.resolve("points")
                    + " holds points of " + what + command.get()
                    + " that was interrupted, which the same command as then goes on from; write"
                    + " elsewhere with --out, or remove that folder; nothing was run");
        }
    }

    /**
     * Refuses a folder that holds points which other work has still to go on from.
     *
     * @param command the name of the command
     * @param work tells its work, as for {@link org.bridgeconvoy.report.PointLog#open}
     * @throws UsageException if it does
     */
    static void refuseForeignPoints(Path directory, String command, String work) throws IOException {
        if (UnfinishedPoints.areForeign(directory, command, work)) {
            refuseUnfinishedPoints(directory);
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
