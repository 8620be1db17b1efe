package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.report.FileSums;

/** The files that a command wrote together: its index in JSON, and tables whose sums the index holds. */
final class SetFiles {

    private final Path folder;
    private final Path index;
    private final String command;
    private final JsonNode json;

    private SetFiles(Path folder, Path index, String command, JsonNode json) {
        this.folder = folder;
        this.index = index;
        this.command = command;
        this.json = json;
    }

    /**
     * Reads the index.
     *
     * @param command the command that writes such a folder
     * @throws IOException with a message for people
     */
    static SetFiles open(Path folder, String index, String command) throws IOException {
        Path file = folder.resolve(index);
        try {
            return new SetFiles(folder, file, command, new ObjectMapper().readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new IOException(file + where + ": not whole JSON; 'convoy " + command + "' writes it", e);
        }
    }

    /** The index. */
    JsonNode index() {
        return json;
    }

    /**
     * Checks that a part of the index has the fields that charts need.
     *
     * @throws IOException with a message for people if one is missing
     */
    void need(JsonNode part, String... fields) throws IOException {
        for (String field : fields) {
            if (!part.has(field)) {
                throw new IOException(index + " has no '" + field + "': an older version wrote it. The same 'convoy "
                        + command + "' again writes it anew, without simulating again");
            }
        }
    }

    /**
     * The rows of a table.
     *
     * @throws IOException with a message for people if it is missing, or does not belong to the index
     */
    List<NamedCsvRecord> rows(String name) throws IOException {
        Path file = folder.resolve(name);
        Optional<FileSums> sums = FileSums.of(folder, String.valueOf(index.getFileName()), json);
        if (sums.isPresent() && Files.exists(file)) {
            sums.get().check(name);
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> all = new ArrayList<>();
            rows.forEach(all::add);
            return all;
        } catch (NoSuchFileException e) {
            throw new IOException(folder + " has no " + name + "; 'convoy " + command + "' writes it", e);
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A number of the index; NaN for null. */
    static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /** A number of a table; NaN for an empty cell. */
    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** The numbers of a list in the index. */
    static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(node -> numbers.add(number(node)));
        return numbers;
    }

    /** The texts of a list in the index. */
    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
