package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A writer for results on a terminal. Where the terminal can show it, {@code ±} takes the place of {@code +-}, and columns stay where they
 * are. Where it may, words of verdicts are coloured: {@code Yes}, {@code No} and {@code Cannot be told} at the beginning of a line, {@code
 * better} and {@code worse} at its end. Lines are written when they end, or at a flush.
 */
final class TerminalText extends Writer {

    private static final Pattern IN_COLUMN = Pattern.compile("(?<=\\S) \\+- (\\S+)(?= {2})");
    private static final Pattern IN_SENTENCE = Pattern.compile("(?<=\\S) \\+-(?= )");
    private static final Pattern GOOD = Pattern.compile("^Yes(?=[:,])|\\bbetter$");
    private static final Pattern BAD = Pattern.compile("^No(?=[:,])|\\bworse$");
    private static final Pattern OPEN = Pattern.compile("^Cannot be told(?=[:,])");

    private final Writer out;
    private final boolean isUnicode;
    private final boolean isColoured;
    private final StringBuilder line = new StringBuilder();

    TerminalText(Writer out, boolean isUnicode, boolean isColoured) {
        this.out = out;
        this.isUnicode = isUnicode;
        this.isColoured = isColoured;
    }

    /**
     * The writer that fits where results go.
     *
     * @param columns width that the launcher found; null or empty if standard output is no terminal, whose text stays as it is
     * @param environment value of an environment variable; null for one that is not set
     */
    static Writer of(Writer out, @Nullable String columns, UnaryOperator<@Nullable String> environment) {
        if (columns == null || columns.isEmpty()) {
            return out;
        }
        String locale = "";
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.apply(variable);
            locale = locale.isEmpty() && value != null ? value : locale;
        }
        boolean isUnicode = locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
        String noColor = environment.apply("NO_COLOR");
        boolean isColoured = (noColor == null || noColor.isEmpty()) && !"dumb".equals(environment.apply("TERM"));
        return new TerminalText(out, isUnicode, isColoured);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                writeLine();
                out.write('\n');
            } else {
                line.append(text[i]);
            }
        }
    }

    private void writeLine() throws IOException {
        String text = line.toString();
        line.setLength(0);
        if (isUnicode) {
            text = IN_COLUMN.matcher(text).replaceAll(" ± $1 ");
            text = IN_SENTENCE.matcher(text).replaceAll(" ±").replace("+-", " ±");
        }
        if (isColoured) {
            text = GOOD.matcher(text).replaceAll("\u001b[32m$0\u001b[0m");
            text = BAD.matcher(text).replaceAll("\u001b[31m$0\u001b[0m");
            text = OPEN.matcher(text).replaceAll("\u001b[33m$0\u001b[0m");
        }
        out.write(text);
    }

    @Override
    public void flush() throws IOException {
        writeLine();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
