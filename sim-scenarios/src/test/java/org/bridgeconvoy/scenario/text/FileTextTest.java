package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {

    private static final Position FILE = new Position("x.csv", 0, 0, 0);

    /** Bytes from numbers and texts, each text as UTF-8. */
    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer number) {
                out.write(number);
            } else {
                out.writeBytes(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String wrong(byte[] bytes) {
        FileText.NotUtf8 e = catchThrowableOfType(FileText.NotUtf8.class, () -> FileText.decode(bytes));
        return e.in(FILE) + ": " + e.text();
    }

    private static String wrongTable(byte[] bytes, @Nullable String encoding) {
        FileText.NotUtf8 e = catchThrowableOfType(FileText.NotUtf8.class, () -> FileText.decodeTable(bytes, encoding));
        return e.in(FILE) + ": " + e.text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "P", "PK", "PK\u0003", "a\u0000bc", "\u0000ab", "\u0000\u0000\u0000\u0000", "新義州\n🚚"})
    void text_is_read_with_and_without_a_byte_order_mark(String text) throws FileText.NotUtf8 {
        byte[] marked = bytes("\uFEFF", text);

        assertThat(FileText.decode(bytes(text))).isEqualTo(text);
        assertThat(FileText.decode(marked)).isEqualTo(text);
        assertThat(FileText.decodeTable(bytes(text), null)).isEqualTo(text);
        // The mark tells the encoding, whatever the scenario says.
        assertThat(FileText.decodeTable(marked, "windows-1252")).isEqualTo(text);
    }

    @Test
    void the_first_wrong_byte_is_told_by_line_and_code_point() {
        assertThat(wrong(bytes(0xFC))).startsWith("x.csv:1:1: the file is not UTF-8 text: unexpected byte 0xFC; save");
        assertThat(wrong(bytes("\uFEFFa", 0xFC, 0xFD)))
                .startsWith("x.csv:1:2: the file is not UTF-8 text: unexpected byte 0xFC");
        assertThat(wrong(bytes("a\n\n🚚新", 0x80)))
                .startsWith("x.csv:3:3: the file is not UTF-8 text: unexpected byte 0x80");
        // A character that the end of the file cuts.
        assertThat(wrong(bytes("a\nb", 0xE6, 0x96)))
                .startsWith("x.csv:2:2: the file is not UTF-8 text: unexpected byte 0xE6");
    }

    @Test
    void other_kinds_of_files_are_told_at_once() {
        assertThat(wrong(bytes("PK", 3, 4)))
                .isEqualTo(
                        "x.csv:1:1: the file is no text but a workbook or an archive; save its sheet as 'CSV UTF-8'");
        for (byte[] utf16 : new byte[][] {
            "\uFEFFab".getBytes(StandardCharsets.UTF_16LE),
            "\uFEFFab".getBytes(StandardCharsets.UTF_16BE),
            "ab".getBytes(StandardCharsets.UTF_16LE),
            "ab".getBytes(StandardCharsets.UTF_16BE)
        }) {
            assertThat(wrong(utf16)).startsWith("x.csv:1:1: the file is UTF-16 text, must be UTF-8; ");
        }
        for (byte[] utf32 : new byte[][] {bytes(0xFF, 0xFE, 0, 0, "a", 0, 0, 0), bytes(0, 0, 0xFE, 0xFF)}) {
            assertThat(wrong(utf32)).startsWith("x.csv:1:1: the file is UTF-32 text, must be UTF-8; ");
            assertThat(wrongTable(utf32, "windows-1252")).isEqualTo(wrong(utf32));
        }
        assertThat(wrongTable(bytes("PK", 3, 4), "windows-1252")).isEqualTo(wrong(bytes("PK", 3, 4)));
        assertThat(wrongTable(bytes("PK", 3, 4), null)).isEqualTo(wrong(bytes("PK", 3, 4)));
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, Güter", "windows-1251, Груз", "iso-8859-1, Größe"})
    void a_table_is_read_in_the_encoding_that_the_scenario_names(String encoding, String text) throws FileText.NotUtf8 {
        byte[] bytes = text.getBytes(Charset.forName(encoding));

        assertThat(FileText.decodeTable(bytes, encoding)).isEqualTo(text);
        assertThat(wrongTable(bytes, "utf-8"))
                .contains("the file is not UTF-8 text: unexpected byte 0x")
                .endsWith(", or say in the scenario what it is: 'encoding: windows-1252'");
        assertThat(wrongTable(bytes, null)).isEqualTo(wrongTable(bytes, "utf-8"));
    }

    @Test
    void a_byte_that_the_named_encoding_lacks_is_told_by_line_and_column() {
        assertThat(wrongTable(bytes("a\nbc", 0x81, "\n"), "windows-1252"))
                .startsWith("x.csv:2:3: the file is not windows-1252 text, as 'encoding' says; save it as UTF-8")
                .endsWith("unexpected byte 0x81");
        // Half a surrogate pair.
        assertThat(wrongTable(bytes(0xFE, 0xFF, 0, "a", 0, 10, 0xD8, 0x3D, 0, "b"), null))
                .isEqualTo("x.csv:2:1: the file is not UTF-16 text: unexpected byte 0xD8");
    }

    @Test
    void a_table_of_utf_16_needs_its_byte_order_mark() throws FileText.NotUtf8 {
        assertThat(FileText.decodeTable("\uFEFFa,新".getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo("a,新");
        assertThat(FileText.decodeTable("\uFEFFa,新".getBytes(StandardCharsets.UTF_16BE), "windows-1252"))
                .isEqualTo("a,新");
        assertThat(wrongTable("a,b".getBytes(StandardCharsets.UTF_16LE), null)).contains("UTF-16 text, must be UTF-8");
    }
}
