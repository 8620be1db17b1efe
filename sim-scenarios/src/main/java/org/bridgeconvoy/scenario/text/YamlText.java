package org.bridgeconvoy.scenario.text;

import java.util.regex.Pattern;

/** Writes a tree of values as YAML in block form: maps and lists one entry a line, two blanks a level. */
public final class YamlText {

    /** Text that YAML reads as itself without quotes. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z][A-Za-z0-9_./ -]*[A-Za-z0-9]|[A-Za-z]");

    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?( [A-Za-z]+(/[A-Za-z]+)?)?");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /** The text of a map; ends in a line break unless the map is empty. */
    public static String of(Node.Fields fields) {
        YamlText text = new YamlText();
        text.map(fields, 0);
        return text.out.toString();
    }

    /** Writes the entries of a map, one a line. */
    private void map(Node.Fields fields, int indent) {
        fields.entries().forEach((key, entry) -> {
            out.append("  ".repeat(indent)).append(quoted(key, false)).append(':');
            value(entry.value(), indent + 1);
        });
    }

    /** Writes a value behind its key or the hyphen of its list. */
    private void value(Node node, int indent) {
        if (node instanceof Node.Scalar scalar) {
            out.append(' ');
            if (isBlock(scalar.text())) {
                block(scalar.text(), indent);
            } else {
                out.append(quoted(scalar.text(), scalar.isNull())).append('\n');
            }
        } else if (node instanceof Node.Fields fields) {
            if (fields.entries().isEmpty()) {
                out.append(" {}\n");
            } else {
                out.append('\n');
                map(fields, indent);
            }
        } else {
            items((Node.Items) node, indent);
        }
    }

    /**
     * Whether a text can stand as a YAML block: it ends in one line break, no line ends in a blank, the first does not
     * begin with one, and no character needs an escape.
     */
    private static boolean isBlock(String text) {
        return text.endsWith("\n")
                && !text.endsWith("\n\n")
                && text.length() > 1
                && !Character.isWhitespace(text.charAt(0))
                && text.indexOf(" \n") < 0
                && text.codePoints().allMatch(c -> c == '\n' || (c >= 0x20 && !isEscaped(c)));
    }

    private void block(String text, int indent) {
        out.append("|\n");
        text.lines()
                .forEach(line -> out.append(line.isEmpty() ? "" : "  ".repeat(indent) + line)
                        .append('\n'));
    }

    private void items(Node.Items items, int indent) {
        if (items.items().isEmpty()) {
            out.append(" []\n");
            return;
        }
        out.append('\n');
        for (Node item : items.items()) {
            out.append("  ".repeat(indent)).append('-');
            value(item, indent + 1);
        }
    }

    /** A single value on one line that YAML reads back as this text; {@code null} without quotes if it is null. */
    public static String quoted(String text, boolean isNull) {
        if (isNull) {
            return "null";
        }
        boolean word = SAFE.matcher(text).matches() && !text.matches("(?i)null|true|false|~|.*: .*|.* #.*");
        if (word || NUMBER_WITH_UNIT.matcher(text).matches() || text.equals("true") || text.equals("false")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> escape(quoted, c));
        return quoted.append('"').toString();
    }

    /** Whether YAML needs an escape for a character, control characters below 0x20 apart. */
    private static boolean isEscaped(int c) {
        return (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }

    private static void escape(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < 0x20 || isEscaped(c)) {
                    quoted.append(String.format("\\u%04x", c));
                } else {
                    quoted.appendCodePoint(c);
                }
            }
        }
    }
}
