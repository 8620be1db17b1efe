package org.bridgeconvoy.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates the words of a drawing. A drawing is made for English words, so a translation that is longer is drawn as narrow as they are.
 */
final class DrawnWords {

    private static final Pattern TEXT =
            Pattern.compile("<g[^>]* font-size=\"([0-9.]+)px\"[^>]*>|(<(?:text|title|desc)\\b[^>]*)>([^<]+)<");

    /** Width of a letter of the house font, as a share of the size of the text. */
    private static final double LETTER = 0.5;

    private DrawnWords() {}

    /** The SVG with its words in a language. */
    static String in(PageWords words, String svg) {
        if (words.code().equals("en")) {
            return svg;
        }
        Matcher match = TEXT.matcher(svg);
        StringBuilder out = new StringBuilder(svg.length());
        double size = 12;
        while (match.find()) {
            if (match.group(1) != null) {
                size = Double.parseDouble(match.group(1));
                continue;
            }
            String english = unescaped(match.group(3));
            String said = words.say(english);
            String narrow = width(said) > width(english) && match.group(2).startsWith("<text")
                    ? " lengthAdjust=\"spacingAndGlyphs\" textLength=\"" + Math.round(10 * size * width(english)) / 10.0
                            + "\""
                    : "";
            match.appendReplacement(
                    out, Matcher.quoteReplacement(match.group(2) + narrow + ">" + Html.escaped(said) + "<"));
        }
        return match.appendTail(out).toString();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(c -> c >= 0x1100 ? 1 : LETTER).sum();
    }
}
