package org.bridgeconvoy.scenario.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;

/**
 * Reads a sample from the first column of a table: values with their units, or bare numbers under a header that names
 * the unit.
 */
public final class SampleTable {

    /** The unit in a header: {@code min}, {@code time [min]}, {@code time_min}, {@code time (min)}. */
    private static final Pattern HEADER_UNIT = Pattern.compile("(?:.*[\\s_\\[(])?([A-Za-z]+(?:/[A-Za-z]+)?)[\\])]?");

    private SampleTable() {}

    /**
     * The sample in base units of the dimension, in the order of the table.
     *
     * @param value name of the file, or the CSV text
     * @param place place of {@code value}
     * @throws Invalid if the table cannot be used or a value in it is wrong; wrong values are reported one by one
     */
    public static double[] read(String value, Place place, Dimension dimension) throws Invalid {
        CsvTable table = CsvTable.list(value, place);
        String unit = unit(table.firstColumn(), dimension);
        List<Double> values = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            row.<Double>findFirst(text -> value(text, unit, dimension)).ifPresent(values::add);
        }
        if (values.size() < table.size()) {
            throw Invalid.told();
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double value(String text, String unit, Dimension dimension) throws Invalid {
        boolean bare = Quantity.isBare(text);
        if (bare && unit.isEmpty()) {
            throw new Invalid(
                    "needs a unit (" + Texts.or(dimension.units()) + ") or a header that names it, got " + text);
        }
        return Quantity.parse(bare ? text + " " + unit : text, dimension).asDouble();
    }

    /** The unit that a header names; empty if it names none of the dimension. */
    private static String unit(String header, Dimension dimension) {
        Matcher matcher = HEADER_UNIT.matcher(header);
        return matcher.matches() && dimension.table().containsKey(matcher.group(1)) ? matcher.group(1) : "";
    }
}
