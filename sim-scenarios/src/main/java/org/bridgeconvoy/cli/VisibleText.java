package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes text on so that a terminal shows all of it and obeys none of it. Everything printed goes through here, because any of it
 * may hold what a file or an argument says: control characters (escape sequences begin with one) and marks of direction, which make
 * text read as what it is not, come out as {@code \u001b}, which is also how JSON writes them. Line feeds and tabs stay.
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

    /** Sends the cursor to the beginning of its line, for the one line that is drawn again and again. */
    void carriageReturn() {
        try {
            out.write('\r');
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Whether a terminal does something else with a character than show it or begin a new line. */
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

    /** The first failure of what is behind; empty if there was none. */
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
