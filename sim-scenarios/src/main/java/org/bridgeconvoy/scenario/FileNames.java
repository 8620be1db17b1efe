package org.bridgeconvoy.scenario;

/** What to say of a name that cannot be that of a file. */
public final class FileNames {

    private FileNames() {}

    /** Names the locale, if it may be what keeps a name from being that of a file; empty for a name in ASCII. */
    public static String hint(String name) {
        return name.chars().allMatch(c -> c > 0 && c < 0x7f)
                ? ""
                : "; file names beyond ASCII need a locale that has them, and Java found the encoding "
                        + System.getProperty("sun.jnu.encoding", "unknown") + "; set LC_ALL=C.UTF-8 and call again";
    }
}
