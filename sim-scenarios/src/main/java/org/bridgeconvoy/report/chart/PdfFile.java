package org.bridgeconvoy.report.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes a chart as a PDF of one page. Its dates and ids are fixed, so that equal charts give equal bytes. */
final class PdfFile {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Liberation Sans";

    private PdfFile() {}

    /** The PDF file. */
    static byte[] bytes(ConvoyChart chart) throws IOException {
        float width = (float) chart.widthPoints();
        float height = (float) chart.heightPoints();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(chart.title());
            information.setProducer("Bridge Convoy");
            information.setCreationDate(
                    GregorianCalendar.from(LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC)));
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(new HouseFontDrawer(document));
            chart.draw(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Writes text in the house font as text, and text in another font as shapes. */
    private static final class HouseFontDrawer extends PdfBoxGraphics2DFontTextDrawer {
        private final PDFont font;

        HouseFontDrawer(PDDocument document) throws IOException {
            try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
                if (in == null) {
                    throw new IOException("PDFBox lacks its font " + FONT);
                }
                font = PDType0Font.load(document, in, true);
            }
        }

        @Override
        @SuppressWarnings("NullAway") // null tells the bridge to draw shapes
        protected PDFont mapFont(java.awt.Font awt, IFontTextDrawerEnv env) {
            return awt.getFamily().equals(FAMILY) ? font : null;
        }
    }
}
