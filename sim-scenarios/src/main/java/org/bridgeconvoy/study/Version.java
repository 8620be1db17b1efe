package org.bridgeconvoy.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the program. */
public final class Version {

    private Version() {}

    /**
     * The version and the commit that the program was built from: {@code 1.0.0 (commit 0123456789ab)}. The words {@code with changes}
     * follow if sources differed from that commit; {@code commit unknown, built without git} stands where git could not tell.
     */
    public static String current() {
        return text("version.txt", "unknown") + " (" + text("commit.txt", "commit unknown") + ")";
    }

    private static String text(String resource, String otherwise) {
        try (InputStream in = Version.class.getResourceAsStream(resource)) {
            return in == null ? otherwise : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
