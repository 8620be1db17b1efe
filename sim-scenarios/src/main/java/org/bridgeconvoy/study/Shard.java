package org.bridgeconvoy.study;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the points of a command, for machines that share the work: shard 3 of 16 has the points 3, 19, 35 and so on. Points that lie
 * side by side often take alike long, so the shards do too.
 *
 * @param number of the shard, from 1
 * @param of how many shards there are
 */
public record Shard(int number, int of) {

    /** All points. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Checks the number. */
    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException(
                    "must be from 1/" + of + " to " + of + "/" + of + ", got " + number + "/" + of);
        }
    }

    /**
     * Reads {@code 3/16}.
     *
     * @throws IllegalArgumentException with a message for people if it is not of that form
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group(2)) == 0) {
            throw new IllegalArgumentException(
                    "must be the number of the shard and of all shards, such as 3/16, got '" + text + "'");
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Whether these are all points. */
    public boolean isWhole() {
        return of == 1;
    }

    /** Whether a point belongs to the shard. */
    public boolean has(int point) {
        return point % of == number - 1;
    }

    /** {@code 3/16}. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
