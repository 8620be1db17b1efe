package org.bridgeconvoy.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.bridgeconvoy.study.point.RowStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the numbers of finished replications of points in one file, {@code points/points.csv}: a line a replication, in the order in which
 * a command asks for them. Its first line tells the command and its work. A command that was killed reads the lines that are whole, drops a
 * last line that is not, and appends; so the file ends in the same bytes as without the kill.
 */
public final class PointLog implements RowStore, AutoCloseable {

    /** Its name within the output folder. */
    public static final String NAME = "points/points.csv";

    private static final String CHECK = "check";

    private final Map<Long, double[]> stored = new HashMap<>();
    private final Writer out;

    private PointLog(Writer out) {
        this.out = out;
    }

    /**
     * Opens the log of a command in its output folder. What another work of the same command, or another command, has finished there is
     * replaced.
     *
     * @param output the output folder, which the command holds open
     * @param command its name, which is that of its index without {@code .json}: {@code sensitivity}
     * @param work tells the work: whatever changes a number gives another text
     * @param metrics names of the numbers, in their order
     * @throws IOException if the folder holds points of an unfinished command of other work; {@link UnfinishedPoints} tells beforehand
     */
    public static PointLog open(Path output, String command, String work, List<String> metrics) throws IOException {
        if (UnfinishedPoints.areForeign(output, command, work)) {
            throw new IOException(output.resolve("points") + " holds points of other work");
        }
        Path file = output.resolve(NAME);
        Files.createDirectories(output.resolve("points"));
        String head = heading(command, work, metrics);
        Map<Long, double[]> rows = new HashMap<>();
        long whole = read(file, head, rows);
        if (whole == 0) {
            Files.writeString(file, head);
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
        PointLog log = new PointLog(Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
        log.stored.putAll(rows);
        return log;
    }

    /**
     * The numbers of finished logs together, such as those of all shards; nothing can be saved to it.
     *
     * @throws IOException if a folder has no log of this work
     */
    public static RowStore together(List<Path> folders, String command, String work, List<String> metrics)
            throws IOException {
        PointLog all = new PointLog(Writer.nullWriter());
        for (Path folder : folders) {
            if (read(folder.resolve(NAME), heading(command, work, metrics), all.stored) == 0) {
                throw new IOException(folder.resolve(NAME) + " holds no points of this work; run that shard again");
            }
        }
        return all;
    }

    private static String heading(String command, String work, List<String> metrics) {
        return head(command, work) + "\npoint,replication," + String.join(",", metrics) + "," + CHECK + "\n";
    }

    /** The first line of the log of some work. */
    static String head(String command, String work) {
        byte[] sum = FileSums.digest().digest(work.getBytes(StandardCharsets.UTF_8));
        return "# " + command + " " + HexFormat.of().formatHex(sum);
    }

    /** The first line of the log in a folder; empty if there is none. */
    static String headIn(Path output) throws IOException {
        Path file = output.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        }
    }

    /**
     * Reads the lines that are whole.
     *
     * @return the number of their bytes; 0 if the file is none of this work
     */
    private static long read(Path file, String head, Map<Long, double[]> rows) throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] begin = head.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < begin.length || !head.equals(new String(bytes, 0, begin.length, StandardCharsets.UTF_8))) {
            return 0;
        }
        int from = begin.length;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (!parse(new String(bytes, from, i - from, StandardCharsets.ISO_8859_1), rows)) {
                    return from;
                }
                from = i + 1;
            }
        }
        return from;
    }

    private static boolean parse(String line, Map<Long, double[]> rows) {
        int last = line.lastIndexOf(',');
        if (last < 0 || !check(line.substring(0, last)).equals(line.substring(last + 1))) {
            return false;
        }
        String[] cells = line.substring(0, last).split(",", -1);
        double[] row = new double[cells.length - 2];
        try {
            for (int i = 0; i < row.length; i++) {
                row[i] = cells[i + 2].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 2]);
            }
            rows.put(key(Integer.parseInt(cells[0]) - 1, Integer.parseInt(cells[1])), row);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static long key(int point, int replication) {
        return ((long) point << Integer.SIZE) | replication;
    }

    private static String check(String line) {
        CRC32 sum = new CRC32();
        sum.update(line.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    @Override
    public synchronized Optional<double[]> take(int point, int replication) {
        double @Nullable [] row = stored.remove(key(point, replication));
        return Optional.ofNullable(row);
    }

    @Override
    public synchronized void save(int point, int replication, double[] row) {
        StringBuilder line = new StringBuilder().append(point + 1).append(',').append(replication);
        for (double value : row) {
            line.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
        }
        String text = line.toString();
        try {
            out.append(text).append(',').append(check(text)).append('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of the log, to be listed with the other files of the set; only after it was closed. */
    public static Map<String, String> sums(Path output) throws IOException {
        return Map.of(NAME, FileSums.sum(output.resolve(NAME)));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
