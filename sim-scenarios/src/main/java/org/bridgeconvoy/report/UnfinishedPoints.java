package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Points that a command has not come to the end of. Only that command may write beside them, since it goes on from them. Each command whose
 * points are kept has an index of its name, {@code sensitivity.json}, that lists their files with their sums when it has ended.
 */
public final class UnfinishedPoints {

    /** Digits of a SHA-256. A shorter first line was cut off as it was written: nothing had been finished. */
    private static final int SUM = 64;

    private UnfinishedPoints() {}

    /**
     * The command whose unfinished points a folder holds.
     *
     * @param output the folder that holds {@code points}
     * @return its name; empty if there are none
     */
    public static Optional<String> in(Path output) throws IOException {
        return SweepPoints.areUnfinished(output) ? Optional.of("sweep") : inLog(output);
    }

    private static Optional<String> inLog(Path output) throws IOException {
        String command = command(PointLog.headIn(output));
        if (command.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileSums> finished = FileSums.of(output, command + ".json");
        return finished.isPresent() && finished.get().has(PointLog.NAME) ? Optional.empty() : Optional.of(command);
    }

    /** The command of a first line such as {@code # sensitivity 0f3a…}. */
    private static String command(String head) {
        String[] words = head.split(" ", -1);
        return words.length == 3 && words[0].equals("#") && words[2].length() == SUM ? words[1] : "";
    }

    /**
     * Whether a folder holds unfinished points that are not of this work.
     *
     * @param command the name of the command
     * @param work as for {@link PointLog#open}
     */
    public static boolean areForeign(Path output, String command, String work) throws IOException {
        return in(output).isPresent() && !PointLog.headIn(output).equals(PointLog.head(command, work));
    }
}
