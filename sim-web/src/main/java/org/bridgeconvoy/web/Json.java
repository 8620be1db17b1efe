package org.bridgeconvoy.web;

/** Writes JSON: no library that does compiles to WebAssembly. Commas are its own business; a value follows each key. */
final class Json {

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    Json begin() {
        return open('{');
    }

    Json end() {
        return close('}');
    }

    Json list() {
        return open('[');
    }

    Json endList() {
        return close(']');
    }

    Json key(String name) {
        comma();
        quoted(name);
        out.append(':');
        first = true;
        return this;
    }

    Json text(String value) {
        comma();
        quoted(value);
        return this;
    }

    Json number(long value) {
        comma();
        out.append(value);
        return this;
    }

    Json flag(boolean value) {
        comma();
        out.append(value);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Json open(char bracket) {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    private Json close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                String digits = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
