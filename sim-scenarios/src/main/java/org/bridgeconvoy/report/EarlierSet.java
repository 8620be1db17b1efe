package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The set of output files that an earlier command left in the folder and that the new set replaces.
 *
 * @param directory the folder
 * @param index name of the index of the set
 * @param names names of the files of the set other than the index
 * @param hasSums whether the index holds the SHA-256 of these files
 */
record EarlierSet(Path directory, String index, List<String> names, boolean hasSums) {

    /**
     * Names that may be removed: files of the folder itself and points of a sweep. An edited index must not name files
     * elsewhere.
     */
    private static final Pattern NAME = Pattern.compile("[^/\\\\.][^/\\\\]*|points/[0-9]{4}\\.json");

    /**
     * Finds the set in a folder. Its files are those that the index lists; for an index of an older version, which
     * lists none, those that the command writes.
     */
    static EarlierSet in(Path directory, String index, Collection<String> names) {
        if (names.isEmpty() || !Files.isRegularFile(directory.resolve(index))) {
            return new EarlierSet(directory, index, List.of(), true);
        }
        return FileSums.of(directory, index)
                .map(sums -> new EarlierSet(
                        directory, index, List.copyOf(sums.byName().keySet()), true))
                .orElseGet(() -> new EarlierSet(directory, index, List.copyOf(names), false));
    }

    /**
     * Removes an index without sums, before its files are replaced. Otherwise an interrupted replacement would leave an
     * index whose files are not its own, and no reader could tell.
     */
    void invalidate() throws IOException {
        if (!hasSums) {
            Files.deleteIfExists(directory.resolve(index));
        }
    }

    /** Removes the files of this set that the new set does not have. */
    void removeAllBut(Collection<String> written) throws IOException {
        List<String> left = new ArrayList<>(names);
        left.removeAll(written);
        for (String name : left) {
            if (NAME.matcher(name).matches() && Files.isRegularFile(directory.resolve(name))) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
    }
}
