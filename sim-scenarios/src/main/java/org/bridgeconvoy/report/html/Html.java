package org.bridgeconvoy.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.bridgeconvoy.report.Language;

/**
 * Builds HTML text. Closes elements in the reverse order of opening. Escapes text and attribute values; only
 * {@link #raw} does not, and takes markup of this library alone.
 */
final class Html {

    private final PageWords words;
    private boolean isOwn;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** A page in English. */
    Html() {
        this(new PageWords(Language.ENGLISH));
    }

    /** A page in a language. */
    Html(PageWords words) {
        this.words = words;
    }

    /** The words of the page's language. */
    PageWords words() {
        return words;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Writes an element without content, such as {@code meta}. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        return this;
    }

    private void start(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "attribute '" + attributes[attributes.length - 1] + "' of " + tag + " has no value");
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(
                            attributes[i].equals("aria-label") ? words.say(attributes[i + 1]) : attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Writes text in English, translated and escaped. */
    Html text(String text) {
        out.append(escaped(isOwn || "code".equals(open.peek()) ? text : words.say(text)));
        return this;
    }

    /** From here on, or no longer, text is that of a scenario: it stays in its own language. */
    Html ownWords(boolean own) {
        isOwn = own;
        return this;
    }

    /** Writes text of a scenario, escaped and in its own language. */
    Html own(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Writes an element that contains only text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Writes markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Writes JSON for the scripts of the page, in an element that does not run. */
    Html data(String json, String... attributes) {
        start(
                "script",
                Stream.concat(Stream.of("type", "application/json"), Stream.of(attributes))
                        .toArray(String[]::new));
        out.append(json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"));
        out.append("</script>\n");
        return this;
    }

    /**
     * The whole text.
     *
     * @throws IllegalStateException if an element is still open
     */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("element '" + open.peek() + "' was not closed");
        }
        return out.toString();
    }

    /**
     * Escapes text for content and for attribute values in double quotes. Replaces characters that HTML forbids by
     * U+FFFD.
     */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.append(c);
                default -> safe.append(c < ' ' || c == 0x7f ? '\ufffd' : c);
            }
        }
        return safe.toString();
    }
}
