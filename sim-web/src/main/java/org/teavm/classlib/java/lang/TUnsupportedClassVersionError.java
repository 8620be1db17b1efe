package org.teavm.classlib.java.lang;

/** {@code java.lang.UnsupportedClassVersionError}, which TeaVM's class library lacks: it takes a class of this name for it. */
public class TUnsupportedClassVersionError extends TClassFormatError {

    private static final long serialVersionUID = 1L;

    public TUnsupportedClassVersionError() {}

    public TUnsupportedClassVersionError(String message) {
        super(message);
    }
}
