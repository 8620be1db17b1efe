package org.bridgeconvoy.scenario.table;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.TableWords;
import org.bridgeconvoy.scenario.text.FileText;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.jspecify.annotations.Nullable;

/**
 * The text of a table: the content of a data file that the scenario names, or a value of several lines in the scenario
 * itself.
 */
public final class DataText {

    /**
     * Longest text in characters that a resolved scenario holds itself. A longer text stays in its file, which the
     * resolved scenario names with its SHA-256.
     */
    private static final int LONGEST_WITHIN = 1 << 18;

    /** The name of a file with the SHA-256 that the file must have. */
    private static final Pattern WITH_SUM = Pattern.compile("(.*)#sha256=([0-9a-f]{64})");

    private final Place place;
    private final @Nullable String file;
    private final String text;

    /** What separates cells; a comma until {@link #separatedBy} is called. */
    private char separator = ',';

    /** Offset in {@link #text} at which each line begins. */
    private final int[] lines;

    /**
     * Finds the lines of a text, whose line ends become LF.
     *
     * @param place the value that names or holds the text
     * @param file name of the file in messages; null if the scenario holds the text
     * @param text the text without a byte order mark
     */
    private DataText(Place place, @Nullable String file, String text) {
        this.place = place;
        this.file = file;
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        lines = IntStream.rangeClosed(0, this.text.length())
                .filter(i -> i == 0 || this.text.charAt(i - 1) == '\n')
                .toArray();
    }

    /**
     * The text that a value names or holds: a value of one line names a file.
     *
     * @throws Invalid if the file cannot be read, is not UTF-8 or does not have the SHA-256 behind its name
     */
    public static DataText of(String value, Place place) throws Invalid {
        if (value.strip().indexOf('\n') >= 0) {
            return new DataText(place, null, value);
        }
        Matcher matcher = WITH_SUM.matcher(value.strip());
        String name = matcher.matches() ? matcher.group(1) : value.strip();
        ScenarioFiles files = place.reading().files();
        byte[] bytes = files.data(name, place.position());
        if (matcher.matches() && !sum(bytes).equals(matcher.group(2))) {
            throw new Invalid("names the file '" + name + "', which has changed: its sha256 is now " + sum(bytes)
                    + ", expected " + matcher.group(2));
        }
        String shown = files.shown(name, place.position());
        try {
            return new DataText(
                    place,
                    shown,
                    FileText.decodeTable(
                            bytes, place.reading().tables().encoding().orElse(null)));
        } catch (FileText.NotUtf8 e) {
            Position start =
                    new Position(shown, 0, 0, Math.max(0, place.position().layer()));
            place.reading().problems().add(e.in(start), e.text());
            throw Invalid.told();
        }
    }

    /** What the scenario says of its data files. */
    TableWords words() {
        return place.reading().tables();
    }

    /** Takes another separator of cells. */
    void separatedBy(char other) {
        separator = other;
    }

    char separator() {
        return separator;
    }

    /** Says in one line how the table was read, and keeps it as a resolved scenario writes it. */
    void readAs(String value, String assumed, String plain) {
        String shown = "the table is read with " + assumed;
        place.reading().problems().warn(position(1, 0), file == null ? place.path() + ": " + shown : shown);
        keep(value, plain);
    }

    /** Keeps the table as a resolved scenario writes it. */
    void keep(String value, String plain) {
        place.reading().tables().keep(value, place.position(), plain);
    }

    /** The text without a byte order mark, its lines ending in LF. */
    String text() {
        return text;
    }

    /**
     * The value for a resolved scenario, which gives this text in any folder: the text itself, or for a long text the
     * path of its file from the working directory with its SHA-256.
     */
    public String resolved(String value) throws Invalid {
        if (file == null || text.length() <= LONGEST_WITHIN) {
            return place.reading()
                            .tables()
                            .kept(value, place.position())
                            .orElse(text)
                            .strip() + "\n";
        }
        String name = value.strip().replaceFirst("#sha256=[0-9a-f]{64}$", "");
        return file + "#sha256=" + sum(place.reading().files().data(name, place.position()));
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Beginning of a message about the whole text, up to its verb. */
    String described() {
        return file == null ? "holds a table that" : "names the file '" + file + "', which";
    }

    /**
     * Reports a problem in a field of a line. It points into the file, or at the value that holds the text; lines count
     * from 1 and fields from 0.
     */
    void problem(int line, int field, String message) {
        place.reading().problems().add(position(line, field), at(line, field, message));
    }

    /** Warns of a line, which counts from 1. */
    void warn(int line, String message) {
        String all = file == null ? at(line, 0, message) : place.path() + ": " + message;
        place.reading().problems().warn(position(line, 0), all);
    }

    private Position position(int line, int field) {
        // Points into the file even where the command line names the file.
        return file == null
                ? place.position()
                : new Position(file, line, column(line, field), place.position().layer());
    }

    /** The message, with line and column in front if they would otherwise be lost. */
    private String at(int line, int field, String message) {
        return file == null
                ? place.path() + ", line " + line + ", column " + column(line, field) + ": " + message
                : message;
    }

    /** Column at which a field begins, in code points from 1. */
    private int column(int line, int field) {
        int start = lines[line - 1];
        int at = start;
        for (int i = 0; i < field; i++) {
            at = nextField(at);
        }
        return text.codePointCount(start, at) + 1;
    }

    /**
     * Offset of the field behind the one at {@code from}, which may be quoted; the end of the line if there is none.
     */
    private int nextField(int from) {
        int at = from;
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
                at += text.charAt(at) == '"' ? 2 : 1;
            }
        }
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return at < text.length() && text.charAt(at) == separator ? at + 1 : at;
    }
}
