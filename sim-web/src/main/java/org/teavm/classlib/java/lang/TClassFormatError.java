package org.teavm.classlib.java.lang;

/** {@code java.lang.ClassFormatError}, which TeaVM's class library lacks: it takes a class of this name for it. */
public class TClassFormatError extends LinkageError {

    private static final long serialVersionUID = 1L;

    public TClassFormatError() {}

    public TClassFormatError(String message) {
        super(message);
    }
}
