package org.teavm.classlib.java.util;

/** {@code java.util.StringJoiner}, which TeaVM's class library lacks: it takes a class of this name for it. */
public final class TStringJoiner {

    private final String prefix;
    private final String delimiter;
    private final String suffix;
    private final StringBuilder joined = new StringBuilder();
    private boolean empty = true;

    public TStringJoiner(CharSequence delimiter) {
        this(delimiter, "", "");
    }

    public TStringJoiner(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        this.prefix = prefix.toString();
        this.delimiter = delimiter.toString();
        this.suffix = suffix.toString();
    }

    public TStringJoiner add(CharSequence text) {
        joined.append(empty ? "" : delimiter).append(text);
        empty = false;
        return this;
    }

    @Override
    public String toString() {
        return prefix + joined + suffix;
    }
}
