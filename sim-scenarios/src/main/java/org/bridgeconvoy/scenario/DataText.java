package org.bridgeconvoy.scenario;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a data file that a scenario names, or that it holds itself: a value of more than one line is the text.
 *
 * @param file how messages name the file; null if the scenario holds the text
 * @param text without a byte order mark, lines ending in LF
 */
record DataText(@Nullable String file, String text) {

    /** What a resolved scenario holds itself; a longer text stays in its file, named with a sum of its bytes. */
    private static final int LONGEST_WITHIN = 1 << 18;

    private static final Pattern WITH_SUM = Pattern.compile("(.*)#sha256=([0-9a-f]{64})");

    /** The text that a value names or holds. */
    static DataText of(String value, Place place) throws Invalid {
        if (value.strip().indexOf('\n') >= 0) {
            return new DataText(null, value.replace("\r\n", "\n"));
        }
        String name = value.strip();
        Matcher matcher = WITH_SUM.matcher(name);
        String file = matcher.matches() ? matcher.group(1) : name;
        ScenarioFiles files = place.reading().files();
        byte[] bytes = files.data(file, place.mark());
        if (matcher.matches() && !sum(bytes).equals(matcher.group(2))) {
            throw new Invalid("names the file '" + file + "', which has changed: its sha256 is now " + sum(bytes)
                    + ", expected " + matcher.group(2));
        }
        return new DataText(
                files.shown(file, place.mark()), CsvTable.decoded(bytes).replace("\r\n", "\n"));
    }

    /** The value for a resolved scenario, which gives the same text wherever it is read from. */
    String resolved(String value, Place place) throws Invalid {
        if (file == null || text.length() <= LONGEST_WITHIN) {
            return text.strip() + "\n";
        }
        String name = value.strip().replaceFirst("#sha256=[0-9a-f]{64}$", "");
        return file + "#sha256=" + sum(place.reading().files().data(name, place.mark()));
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The subject of a sentence about the whole text. */
    String described() {
        return file == null ? "holds a table that" : "names the file '" + file + "', which";
    }

    /** Reports what is wrong in a field of a line: in the file, or at the value that holds the text. */
    void problem(Place place, int line, int field, String message) {
        int column = column(line, field);
        if (file == null) {
            place.report(place.path() + ", line " + line + ", column " + column + ": " + message);
        } else {
            Mark mark = new Mark(file, line, column, place.mark().layer());
            place.reading().problems().add(mark, message);
        }
    }

    /** Where a field begins, in code points from 1. */
    private int column(int line, int field) {
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        int start = at;
        boolean quoted = false;
        for (int left = field; left > 0 && at < text.length() && (quoted || text.charAt(at) != '\n'); at++) {
            quoted ^= text.charAt(at) == '"';
            left -= !quoted && text.charAt(at) == ',' ? 1 : 0;
        }
        return text.codePointCount(start, at) + 1;
    }
}
