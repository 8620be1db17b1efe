package org.bridgeconvoy.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content-security policy of a page: nothing is loaded from anywhere, and only the scripts and the style sheet of this library apply,
 * which the policy names by their SHA-256. Texts of a scenario thus cannot run, even if an error let them into the markup.
 */
final class PagePolicy {

    /** The style sheet of all pages. */
    static final String STYLE = "report.css";
    /** Opens what is folded for printing. */
    static final String PRINT = "print.js";
    /** Makes charts answer. */
    static final String CHART = "chart.js";
    /** Decodes recorded trips. */
    static final String REPLAY_DATA = "replay-data.js";
    /** Shows and plays recorded trips. */
    static final String REPLAY = "replay.js";

    private static final List<String> SCRIPTS = List.of(PRINT, CHART, REPLAY_DATA, REPLAY);

    private PagePolicy() {}

    /** The value of the policy. */
    static String text() {
        return "default-src 'none'; style-src " + hash(STYLE) + "; script-src "
                + SCRIPTS.stream().map(PagePolicy::hash).collect(Collectors.joining(" "))
                + "; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String resource) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(Resources.text(resource).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
