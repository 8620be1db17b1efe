package org.bridgeconvoy.report.chart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens the paths of an SVG drawing for a page: places to a tenth of a CSS pixel, relative to the place before, points that add
 * nothing left out. Paths with curves stay as they are.
 */
final class PathText {

    private static final Pattern PATH = Pattern.compile("(?<= d=\")[MLZ0-9. -]++(?=\")");
    private static final double STEPS = 10;

    private final StringBuilder out = new StringBuilder();
    private long x;
    private long y;
    /** The step that is not written yet. */
    private long dx;

    private long dy;

    private PathText() {}

    /** The drawing with shorter paths. */
    static String shorter(String svg) {
        return PATH.matcher(svg).replaceAll(m -> Matcher.quoteReplacement(new PathText().path(m.group())));
    }

    private String path(String path) {
        String[] words = path.replaceAll("([MLZ])", " $1 ").strip().split("\\s+", -1);
        long startX = 0;
        long startY = 0;
        char command = 'M';
        for (int i = 0; i < words.length; ) {
            if (words[i].length() == 1 && Character.isLetter(words[i].charAt(0))) {
                command = words[i++].charAt(0);
                if (command == 'Z') {
                    flush();
                    out.append('z');
                    x = startX;
                    y = startY;
                }
                continue;
            }
            long toX = Math.round(Double.parseDouble(words[i]) * STEPS);
            long toY = Math.round(Double.parseDouble(words[i + 1]) * STEPS);
            i += 2;
            if (command == 'M') {
                flush();
                x = toX;
                y = toY;
                startX = x;
                startY = y;
                out.append('M').append(number(x)).append(separated(y));
            } else {
                line(toX - x - dx, toY - y - dy);
            }
        }
        flush();
        return out.toString();
    }

    /** Adds a step; one in the direction of the last, level or upright, makes this longer. */
    private void line(long stepX, long stepY) {
        boolean isLevel = dy == 0 && stepY == 0 && dx * stepX >= 0;
        boolean isUpright = dx == 0 && stepX == 0 && dy * stepY >= 0;
        if (!isLevel && !isUpright) {
            flush();
        }
        dx += stepX;
        dy += stepY;
    }

    private void flush() {
        if (dx != 0 || dy != 0) {
            if (dy == 0) {
                out.append('h').append(number(dx));
            } else if (dx == 0) {
                out.append('v').append(number(dy));
            } else {
                out.append('l').append(number(dx)).append(separated(dy));
            }
        }
        x += dx;
        y += dy;
        dx = 0;
        dy = 0;
    }

    private static String separated(long tenths) {
        return (tenths < 0 ? "" : " ") + number(tenths);
    }

    /** A number of tenths: {@code -.3}, {@code 12}, {@code 4.5}. */
    private static String number(long tenths) {
        long size = Math.abs(tenths);
        String whole = size >= 10 || size == 0 ? Long.toString(size / 10) : "";
        return (tenths < 0 ? "-" : "") + whole + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
