package org.bridgeconvoy.scenario.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the text of a file, which must be UTF-8, with or without a byte order mark. For other files it reports the
 * first wrong byte and how to save the file as UTF-8.
 */
public final class FileText {

    private static final String SAVE =
            "save it as UTF-8 (in a spreadsheet as 'CSV UTF-8', in an editor with the encoding" + " UTF-8)";

    private static final String POWERSHELL =
            "save it as UTF-8 (Windows PowerShell writes UTF-16 with '>': there, write | Out-File -Encoding utf8 FILE)";

    private FileText() {}

    /** The file is not UTF-8 text. Carries the position of the first wrong byte. */
    public static final class NotUtf8 extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        private NotUtf8(int line, int column, String message) {
            super(message, null, false, false);
            this.line = line;
            this.column = column;
        }

        /** The position of the first wrong byte, in {@code file}. */
        public Position in(Position file) {
            return file.at(line, column);
        }

        /** What is wrong, and how to save the file. */
        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * The text of a file, without its byte order mark.
     *
     * @throws NotUtf8 at the first byte that is not UTF-8, or at once for UTF-16, UTF-32 and archives
     */
    public static String decode(byte[] bytes) throws NotUtf8 {
        String other = otherKind(bytes);
        if (!other.isEmpty()) {
            throw new NotUtf8(1, 1, other);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(left, text, true);
        String read = text.flip().toString();
        String withoutMark = read.startsWith("\uFEFF") ? read.substring(1) : read;
        if (result.isError()) {
            int lineStart = withoutMark.lastIndexOf('\n') + 1;
            throw new NotUtf8(
                    1 + (int) withoutMark.chars().filter(c -> c == '\n').count(),
                    1 + withoutMark.codePointCount(lineStart, withoutMark.length()),
                    String.format(
                            "the file is not UTF-8 text: unexpected byte 0x%02X; %s",
                            bytes[left.position()] & 0xFF, SAVE));
        }
        return withoutMark;
    }

    /**
     * The text of a data file, without its byte order mark, which tells UTF-16.
     *
     * @param encoding of a file without a byte order mark; null for UTF-8
     * @throws NotUtf8 at the first byte that is not of that encoding, or at once for UTF-32 and archives
     */
    public static String decodeTable(byte[] bytes, @Nullable String encoding) throws NotUtf8 {
        boolean is32 = begins(bytes, 0xFF, 0xFE, 0, 0);
        if (!is32 && (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF))) {
            return decode(bytes, StandardCharsets.UTF_16, "UTF-16", "");
        }
        if (encoding == null || encoding.equals("utf-8") || begins(bytes, 0xEF, 0xBB, 0xBF)) {
            try {
                return decode(bytes);
            } catch (NotUtf8 e) {
                boolean isText = otherKind(bytes).isEmpty();
                throw isText
                        ? new NotUtf8(
                                e.line,
                                e.column,
                                e.text() + ", or say in the scenario what it is: 'encoding: windows-1252'")
                        : e;
            }
        }
        String other = otherKind(bytes);
        if (!other.isEmpty()) {
            throw new NotUtf8(1, 1, other);
        }
        return decode(bytes, Charset.forName(encoding), encoding, ", as 'encoding' says; " + SAVE);
    }

    private static String decode(byte[] bytes, Charset charset, String name, String advice) throws NotUtf8 {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(left, text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            int lineStart = read.lastIndexOf('\n') + 1;
            throw new NotUtf8(
                    1 + (int) read.chars().filter(c -> c == '\n').count(),
                    1 + read.codePointCount(lineStart, read.length()),
                    String.format(
                            "the file is not %s text%s: unexpected byte 0x%02X",
                            name, advice, bytes[left.position()] & 0xFF));
        }
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    /**
     * Recognizes a workbook, an archive, UTF-16 or UTF-32 by the first bytes. Returns the message; empty for any other
     * file.
     */
    private static String otherKind(byte[] bytes) {
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return "the file is no text but a workbook or an archive; save its sheet as 'CSV UTF-8'";
        }
        if (begins(bytes, 0xFF, 0xFE, 0, 0) || begins(bytes, 0, 0, 0xFE, 0xFF)) {
            return "the file is UTF-32 text, must be UTF-8; " + SAVE;
        }
        boolean marked = begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF);
        // UTF-16 without a byte order mark: in ASCII letters every other byte is 0.
        boolean unmarked = bytes.length >= 4
                && ((bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0)
                        || (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0));
        return marked || unmarked ? "the file is UTF-16 text, must be UTF-8; " + POWERSHELL : "";
    }

    private static boolean begins(byte[] bytes, int... expected) {
        return bytes.length >= expected.length
                && IntStream.range(0, expected.length).allMatch(i -> (bytes[i] & 0xFF) == expected[i]);
    }
}
