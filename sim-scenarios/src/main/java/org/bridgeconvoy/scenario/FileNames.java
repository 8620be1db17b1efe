package org.bridgeconvoy.scenario;

/** Advice about names that the operating system or Java does not accept as file names. */
public final class FileNames {

    private FileNames() {}

    /**
     * The end of an error message about {@code name}: names Java's file name encoding and the setting to change. Empty
     * for a name in ASCII, because then the encoding is not the cause.
     */
    public static String hint(String name) {
        return name.chars().allMatch(c -> c < 0x80)
                ? ""
                : "; file names beyond ASCII need a locale that has them, and Java found the encoding "
                        + System.getProperty("sun.jnu.encoding", "unknown") + "; set LC_ALL=C.UTF-8 and call again";
    }
}
