package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A writer that makes visible what a terminal would obey. All output passes through it, because any text may come from a file or an
 * argument. Two kinds of characters come out as JSON's escapes, a backslash and {@code u001b} for instance: control characters, with which
 * a terminal's escape sequences begin, and marks of direction, which make text read as what it is not. Line feeds and tabs pass unchanged.
 */
final class VisibleText extends Writer {

    private final Writer out;
    private @Nullable IOException failure;

    VisibleText(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int shown = offset;
        int end = offset + length;
        try {
            for (int i = offset; i < end; i++) {
                if (isObeyed(text[i])) {
                    out.write(text, shown, i - shown);
                    out.write(escaped(text[i]));
                    shown = i + 1;
                }
            }
            out.write(text, shown, end - shown);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Moves the cursor to the beginning of its line, which the progress line needs. */
    void carriageReturn() {
        try {
            out.write('\r');
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Whether a character steers a terminal: it neither shows a glyph nor is a line feed or tab. */
    static boolean isObeyed(char c) {
        return c < ' ' && c != '\n' && c != '\t'
                || c >= 0x7f && c <= 0x9f
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    private static String escaped(char c) {
        String digits = Integer.toHexString(c);
        return "\\u" + "0".repeat(4 - digits.length()) + digits;
    }

    /** The first failure of the writer behind; empty if there was none. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private IOException failed(IOException e) {
        if (failure == null) {
            failure = e;
        }
        return e;
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
