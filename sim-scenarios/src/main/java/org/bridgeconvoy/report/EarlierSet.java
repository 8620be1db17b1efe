package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The set of files that a command finds in its folder and replaces.
 *
 * @param directory the folder
 * @param index the index of the set
 * @param names the files of the set beside its index
 * @param hasSums whether the index holds the sums of the others
 */
record EarlierSet(Path directory, String index, List<String> names, boolean hasSums) {

    /** Names that a command of ours writes: an index may have been edited, and must not name what lies elsewhere. */
    private static final Pattern NAME = Pattern.compile("[^/\\\\.][^/\\\\]*|points/[0-9]{4}\\.json");

    /** Finds the set; its files are those that its index lists or, before indexes listed any, those that its command writes. */
    static EarlierSet in(Path directory, String index, Collection<String> names) {
        if (names.isEmpty() || !Files.isRegularFile(directory.resolve(index))) {
            return new EarlierSet(directory, index, List.of(), true);
        }
        return FileSums.of(directory, index)
                .map(sums -> new EarlierSet(
                        directory, index, List.copyOf(sums.byName().keySet()), true))
                .orElseGet(() -> new EarlierSet(directory, index, List.copyOf(names), false));
    }

    /** Removes an index without sums before its files are replaced: no reader could tell that they are not its own. */
    void invalidate() throws IOException {
        if (!hasSums) {
            Files.deleteIfExists(directory.resolve(index));
        }
    }

    /** Removes the files of this set that a new one does not have. */
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
