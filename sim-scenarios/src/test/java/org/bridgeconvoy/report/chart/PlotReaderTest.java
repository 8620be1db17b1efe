package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

/** What charts tell, against numbers written down here. */
class PlotReaderTest {

    private static final LocalDate START = LocalDate.of(2024, 10, 14);

    private final Style style = new Style(8, "");

    /** Parts of a stack tell their own height, not where they end. */
    @Test
    void barsTellTheirParts() {
        XYPlot plot = style.plot(style.axis(TickAxis.days(START, 0, 2, 0.5), ""), style.fromZero("t a day", false));
        Band total = new Band(new double[] {5, 9}, new double[] {1, 2});
        Bars bars = new Bars(new double[] {0.5, 1.5}, new double[] {0.84, 0.84}, total);
        bars.add("cement", new double[] {2, 3}, Style.BLUE);
        bars.add("steel", new double[] {3, 6}, Style.ORANGE);
        bars.drawInto(plot, style);
        assertThat(PlotReader.table(plot).csv())
                .isEqualTo("panel,series,at,place,value,low,high\n"
                        + "t a day,cement,14 Oct,0.5,2,,\n"
                        + "t a day,cement,15 Oct,1.5,3,,\n"
                        + "t a day,steel,14 Oct,0.5,3,,\n"
                        + "t a day,steel,15 Oct,1.5,6,,\n"
                        + "t a day,together,14 Oct,0.5,5,4,6\n"
                        + "t a day,together,15 Oct,1.5,9,7,11\n");
    }

    /** Steps are drawn with corners, and told without; the ends of intervals are not cut off. */
    @Test
    void stepsAndIntervalsAreToldAsTheyAre() throws Exception {
        XYPlot plot = style.plot(style.axis(TickAxis.hours(0, 24), "time of day"), style.fromZero("waiting", true));
        Lines lines = new Lines(style).steps().noHigherThan(4);
        lines.banded(
                "outbound", new double[] {8, 9.5}, new Band(new double[] {3, 4}, new double[] {1, 7}), Style.BLUE, 0);
        lines.drawInto(plot);
        JsonNode panel = new ObjectMapper()
                .readTree(PlotReader.table(plot).json("t", "s", "w", text -> text))
                .path("panels")
                .path(0);
        assertThat(panel.path("reading").asText()).isEqualTo("X");
        assertThat(panel.path("groups").path(0).toString())
                .isEqualTo("{\"at\":[8,9.5],\"text\":[\"08:00\",\"09:30\"],\"series\":[{\"name\":\"outbound\","
                        + "\"color\":\"--blue\",\"value\":[3,4],\"low\":[2,-3],\"high\":[4,11]}]}");
    }

    @Test
    void sharesAreToldAsPercentages() {
        NumberAxis share = style.fromZero("servers busy", false);
        share.setTickUnit(new org.jfree.chart.axis.NumberTickUnit(0.5, new java.text.DecimalFormat("0%")));
        XYPlot plot = style.plot(style.axis(TickAxis.hours(0, 24), "time of day"), share);
        Lines lines = new Lines(style);
        lines.line("loading", new double[] {12}, new double[] {0.625}, Style.BLUE, style.line(0.1));
        lines.drawInto(plot);
        assertThat(PlotReader.table(plot).csv()).endsWith("\"servers busy, %\",loading,12:00,12,62.5,,\n");
    }

    @Test
    void placesOfDaysAreDatesAndInstants() {
        TickAxis days = TickAxis.days(START, 0, 40, 0);
        assertThat(days.words(2.5, 0)).isEqualTo("16 Oct");
        assertThat(days.words(3, 0)).isEqualTo("16 Oct, 24:00");
        assertThat(days.words(2.25, 0)).isEqualTo("16 Oct, 06:00");
        assertThat(days.words(3.5, 7)).isEqualTo("14 Oct to 20 Oct");
    }

    /** Boxes tell nothing themselves; what stands beside them does, in place of all other series. */
    @Test
    void whatBoxesDrawIsToldBesideThem() throws Exception {
        XYPlot plot = DayPictures.bare(
                style, style.axis(TickAxis.hours(0, 24), "time of day"), style.axis(TickAxis.rows(2, i -> "row"), ""));
        plot.addAnnotation(Boxes.filled(Style.BLUE).add(8, 0.6, 9, 1.4));
        assertThat(PlotReader.table(plot).isEmpty()).isTrue();
        new Told(ChartTable.Reading.Y, "", "min", new double[] {1, 0}, List.of("truck 7", "truck 8"))
                .add("loading", Style.BLUE, new double[] {60, Double.NaN})
                .add("together", null, new double[] {60, 0})
                .addTo(plot);
        JsonNode panel = new ObjectMapper()
                .readTree(PlotReader.table(plot).json("t", "s", "w", text -> text))
                .path("panels")
                .path(0);
        assertThat(panel.toString())
                .isEqualTo(
                        "{\"reading\":\"Y\",\"at\":\"\",\"value\":\"min\",\"groups\":["
                                + "{\"at\":[1],\"text\":[\"truck 7\"],\"series\":[{\"name\":\"loading\",\"color\":\"--blue\",\"value\":[60]}]},"
                                + "{\"at\":[1,0],\"text\":[\"truck 7\",\"truck 8\"],\"series\":[{\"name\":\"together\",\"color\":\"\",\"value\":[60,0]}]}]}");
    }

    @Test
    void anHourIsAStretchOfTheDay() {
        TickAxis hours = TickAxis.hours(0, 24);
        assertThat(hours.words(8.5, 1)).isEqualTo("08:00 to 09:00");
        assertThat(hours.words(23.5, 1)).isEqualTo("23:00 to 00:00");
        assertThat(hours.words(8.5, 0)).isEqualTo("08:30");
    }

    /** Left out are points on the way along a level or upright line; all others stay. */
    @Test
    void pathsLoseOnlyPointsOnTheirWay() {
        assertThat(SvgMarkup.shorter("M0 0 L1 0 L2 0 L2 5 L2 3 L7 7"))
                .as("2 5 is an end of the way up, not on the way")
                .isEqualTo("M0 0L2 0L2 5L2 3L7 7");
        assertThat(SvgMarkup.shorter("M0 0 L0 0 L4 0 Z M9 9 L9 9.5"))
                .as("more than one closed part stays as it is")
                .isEqualTo("M0 0 L0 0 L4 0 Z M9 9 L9 9.5");
        assertThat(SvgMarkup.shorter("M1 2 C1 2 3 4 5 6")).isEqualTo("M1 2 C1 2 3 4 5 6");
        assertThat(SvgMarkup.shorter("M1 1 L1 2 M1 3 L1 4")).isEqualTo("M1 1L1 2M1 3L1 4");
    }
}
