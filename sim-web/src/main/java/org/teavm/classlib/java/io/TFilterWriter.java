package org.teavm.classlib.java.io;

import java.io.IOException;
import java.io.Writer;

/** {@code java.io.FilterWriter}, which TeaVM's class library lacks: it takes a class of this name for it. */
public abstract class TFilterWriter extends Writer {

    protected Writer out;

    protected TFilterWriter(Writer out) {
        super(out);
        this.out = out;
    }

    @Override
    public void write(int unit) throws IOException {
        out.write(unit);
    }

    @Override
    public void write(char[] units, int from, int count) throws IOException {
        out.write(units, from, count);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        out.write(text, from, count);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
