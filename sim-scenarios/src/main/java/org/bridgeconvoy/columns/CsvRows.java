package org.bridgeconvoy.columns;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows of an answer as CSV while they come. */
public final class CsvRows implements FolderQuery.Rows {

    private final CsvWriter csv;

    /**
     * Rows that go to a writer.
     *
     * @param out takes the text; stays open
     */
    public CsvRows(Writer out) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells);
    }

    /**
     * Hands over what is not yet written.
     *
     * @throws IOException if it cannot be written
     */
    public void flush() throws IOException {
        csv.flush();
    }
}
