import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packs the compiled IANA time zone database (TZif files of RFC 8536, version 2 or later) into the table of sim-core, which
 * {@code ZoneTable} describes. Run by hand when a new version of the database is taken:
 *
 * <pre>
 * java sim-core/src/build/PackZones.java /usr/share/zoneinfo sim-core/src/main/resources/org/bridgeconvoy/calendar/zones.txt
 * </pre>
 *
 * The version is read from {@code tzdata.zi} beside the files.
 */
public final class PackZones {

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Map<String, List<String>> namesByHistory = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                boolean isZone = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1).equals("TZif");
                if (isZone && !name.matches("(posix|right)/.*|posixrules|localtime|Factory")) {
                    namesByHistory.computeIfAbsent(history(ByteBuffer.wrap(bytes)), h -> new ArrayList<>()).add(name);
                }
            }
        }
        String version = Files.readAllLines(root.resolve("tzdata.zi")).get(0).replace("# version ", "");
        String lines = namesByHistory.entrySet().stream()
                .map(e -> String.join(",", e.getValue()) + "|" + e.getKey() + "\n")
                .sorted()
                .collect(Collectors.joining());
        Files.writeString(Path.of(args[1]), version + "\n" + lines);
    }

    /** Rule, first offset and the changes since 1970. */
    private static String history(ByteBuffer in) {
        int[] v1 = counts(in);
        in.position(in.position() + v1[3] * 5 + v1[4] * 6 + v1[5] + v1[2] * 8 + v1[1] + v1[0]);
        int[] v2 = counts(in);
        int times = v2[3];
        int types = v2[4];
        long[] at = new long[times];
        for (int i = 0; i < times; i++) {
            at[i] = in.getLong();
        }
        byte[] type = new byte[times];
        in.get(type);
        int[] offsets = new int[types];
        for (int i = 0; i < types; i++) {
            offsets[i] = in.getInt();
            in.getShort();
        }
        in.position(in.position() + v2[5] + v2[2] * 12 + v2[1] + v2[0]);
        String rule = StandardCharsets.US_ASCII.decode(in).toString().strip();
        int offset = offsets[0];
        for (int i = 0; i < times && at[i] <= 0; i++) {
            offset = offsets[type[i]];
        }
        StringBuilder text = new StringBuilder(rule + "|" + offset);
        long last = 0;
        for (int i = 0; i < times; i++) {
            if (at[i] > 0 && offsets[type[i]] != offset) {
                offset = offsets[type[i]];
                text.append(' ').append(at[i] - last).append(':').append(offset);
                last = at[i];
            }
        }
        return text.toString();
    }

    /** The six counts of a header, in its order: UT, standard, leap, time, type, character. */
    private static int[] counts(ByteBuffer in) {
        in.position(in.position() + 20);
        int[] counts = new int[6];
        for (int i = 0; i < 6; i++) {
            counts[i] = in.getInt();
        }
        return counts;
    }
}
