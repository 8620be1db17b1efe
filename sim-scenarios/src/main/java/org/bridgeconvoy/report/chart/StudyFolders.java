package org.bridgeconvoy.report.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.report.CalibrationFiles;
import org.bridgeconvoy.report.SensitivityFiles;
import org.bridgeconvoy.report.SweepPoints;

/** Finds out which commands wrote a folder, and reads what their charts draw. */
public final class StudyFolders {

    /** Names of the charts of a comparison. */
    public static final List<String> OF_COMPARISON = List.of(ComparisonFolder.CHART);

    /** Names of the charts of a sweep. */
    public static final List<String> OF_SWEEP = SweepFolder.NAMES;

    private StudyFolders() {}

    /**
     * The charts of a folder that {@code compare}, {@code sweep}, {@code sensitivity}, {@code optimise} or {@code calibrate} wrote.
     *
     * @param folder any folder
     * @return one for each of these commands that wrote into it; usually one, and none for a folder of a run
     * @throws IOException with a message for people if a file is missing or damaged
     */
    public static List<FolderCharts> in(Path folder) throws IOException {
        List<FolderCharts> found = new ArrayList<>();
        try {
            if (Files.isRegularFile(folder.resolve(ComparisonFolder.INDEX))) {
                found.add(ComparisonFolder.read(folder));
            }
            if (Files.isRegularFile(folder.resolve(SweepPoints.INDEX))) {
                found.add(SweepFolder.read(folder));
            }
            if (Files.isRegularFile(folder.resolve(SensitivityFiles.INDEX))) {
                found.add(SensitivityFolder.read(folder));
            }
            if (Files.isRegularFile(folder.resolve(OptimumFolder.INDEX))) {
                found.add(OptimumFolder.read(folder));
            }
            if (Files.isRegularFile(folder.resolve(CalibrationFiles.INDEX))) {
                found.add(CalibrationFolder.read(folder));
            }
        } catch (RuntimeException e) {
            throw new IOException(
                    folder + " does not hold what 'convoy' writes; run the command again (" + e.getMessage() + ")", e);
        }
        return found;
    }
}
