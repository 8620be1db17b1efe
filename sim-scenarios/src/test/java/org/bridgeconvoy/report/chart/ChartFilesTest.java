package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ChartFilesTest {

    private static final RunData RUN = RunData.of(SyntheticStudy.of("<b>day & night</b>", 9, 3, 40));

    static List<String> names() {
        return Charts.NAMES.stream()
                .filter(name -> !List.of("observed", "traffic", "before-after").contains(name))
                .toList();
    }

    private static ConvoyChart chart(String name) {
        return Charts.named(name, RUN).orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void svg_has_the_heading_as_text_and_the_size_asked_for(String name) throws IOException {
        String svg = new String(chart(name).size(120, 80).svg(), StandardCharsets.UTF_8);

        assertThat(svg)
                .contains(">" + chart(name).title() + "</text")
                .contains("width=\"120mm\"")
                .contains("height=\"80mm\"");
        assertThat(svg).contains("day &amp; night").doesNotContain("<b>");
        assertThat(svg)
                .as("two drawings of the same chart")
                .isEqualTo(new String(chart(name).size(120, 80).svg(), StandardCharsets.UTF_8));
    }

    @Test
    void charts_that_several_threads_draw_at_once_are_those_that_one_draws() throws Exception {
        Map<String, String> alone = new LinkedHashMap<>();
        for (String name : names()) {
            alone.put(name, chart(name).inline("c", 340, 250, 11));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Map.Entry<String, String>>> drawn = new ArrayList<>();
            for (int round = 0; round < 8; round++) {
                for (String name : names()) {
                    drawn.add(threads.submit(() -> Map.entry(name, chart(name).inline("c", 340, 250, 11))));
                }
            }
            for (Future<Map.Entry<String, String>> one : drawn) {
                assertThat(one.get().getValue()).isEqualTo(alone.get(one.get().getKey()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void pdf_has_one_page_with_real_text_and_the_same_bytes_every_time(String name) throws IOException {
        byte[] bytes = chart(name).pdf();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(453f, 454f);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(chart(name).title())
                    .contains("day & night");
        }
        assertThat(chart(name).pdf()).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void png_has_the_resolution_asked_for_and_is_not_empty(String name) throws IOException {
        byte[] bytes = chart(name).dpi(127).png();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(450);
        assertThat(image.getRaster().getDataBuffer().getSize()).isPositive();
        long ink = 0;
        for (int x = 0; x < 800; x++) {
            for (int y = 0; y < 450; y++) {
                ink += (image.getRGB(x, y) & 0xffffff) != 0xffffff ? 1 : 0;
            }
        }
        assertThat(ink).as("pixels that are not paper").isGreaterThan(5000);
    }

    @Test
    void inline_svg_takes_its_colours_from_the_page_and_its_ids_from_the_caller() throws IOException {
        String svg = chart("backlog").inline("here", 720, 360, 12);

        assertThat(svg).startsWith("<svg ").contains("var(--ink)").contains("viewBox=\"0 0 720 360\"");
        assertThat(svg).doesNotContain("rgb(38,38,38)").doesNotContain("genericDefs");
        assertThat(svg)
                .contains("id=\"here-")
                .contains("<title id=\"here-title\">Not yet delivered at the end of each day</title>");
    }

    @Test
    void the_format_follows_from_the_name_and_no_part_is_left_behind(@TempDir Path folder) throws IOException {
        chart("states").write(folder.resolve("new/states.PDF"));
        chart("states").write(folder.resolve("states.svg"));
        chart("states").write(folder.resolve("states.svg"));

        assertThat(Files.readString(folder.resolve("new/states.PDF"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("new", "states.svg");
        assertThatThrownBy(() -> chart("states").write(folder.resolve("states.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".png, .svg, .pdf, .csv or .json");
    }

    @Test
    void sizes_and_resolutions_out_of_range_are_refused() {
        assertThatThrownBy(() -> chart("use").size(10, 90)).hasMessageContaining("40 to 2000 mm, got 10.0 mm");
        assertThatThrownBy(() -> chart("use").size(Double.NaN, 90)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> chart("use").dpi(5000)).hasMessageContaining("36 to 1200 dpi");
        assertThatThrownBy(() -> Charts.named("pie", RUN)).hasMessageContaining("throughput, traffic");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void every_chart_has_a_title_and_a_description_for_readers_of_the_screen(String name) throws Exception {
        Document document = parser().parse(new ByteArrayInputStream(chart(name).svg()));

        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(chart(name).title());
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo(chart(name).summary());
        assertThat(document.getDocumentElement().getAttribute("aria-labelledby"))
                .isEqualTo("c-title c-desc");
    }

    @Test
    void charts_that_need_trips_are_left_out_without_them() {
        RunData run =
                new RunData("x", RUN.start(), RUN.horizonNanos(), 0, 946, RUN.daily(), List.of(), java.util.Map.of());

        assertThat(Charts.NAMES.stream()
                        .filter(name -> !name.equals("observed"))
                        .filter(n -> Charts.named(n, run).isPresent()))
                .containsExactly("throughput", "backlog");
    }

    @Test
    void bars_of_trucks_are_named_where_they_are_not_those_of_a_cargo() throws IOException {
        RunData run =
                new RunData("x", RUN.start(), RUN.horizonNanos(), 0, 946, RUN.daily(), List.of(), java.util.Map.of());

        assertThat(new String(Charts.throughput(run).svg(), StandardCharsets.UTF_8))
                .contains("trucks of all cargo");
        assertThat(new String(Charts.throughput(RUN).svg(), StandardCharsets.UTF_8))
                .doesNotContain("trucks of all cargo");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"]]>", "</svg><script>alert(1)</script>", "\"quoted\" & 'single'", "a\u202eb", "../../x", "&lt;"
            })
    void an_svg_stays_one_document_with_the_name_as_text(String name) throws Exception {
        byte[] svg =
                Charts.throughput(RunData.of(SyntheticStudy.of(name, 2, 2, 10))).svg();

        Document document = parser().parse(new ByteArrayInputStream(svg));
        assertThat(document.getDocumentElement().getTextContent()).contains(name);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder();
    }

    @Test
    void words_that_the_house_font_lacks_do_not_stop_a_chart() throws IOException {
        RunData run = RunData.of(SyntheticStudy.of("신의주", 2, 2, 10));

        assertThat(new String(Charts.throughput(run).svg(), StandardCharsets.UTF_8))
                .contains("신의주");
        assertThat(Charts.throughput(run).pdf()).isNotEmpty();
        assertThat(Charts.throughput(run).png()).isNotEmpty();
    }
}
