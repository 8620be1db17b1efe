package org.bridgeconvoy.report.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes a chart as PNG. */
final class PngFile {

    private static final String FORMAT = "javax_imageio_png_1.0";

    /** Largest image: it takes 600 MB of memory. A0 at 300 dots per inch has 140 million pixels. */
    private static final long MOST_PIXELS = 150_000_000;

    private PngFile() {}

    /**
     * The PNG file.
     *
     * @throws IllegalArgumentException if it has more than {@link #MOST_PIXELS} pixels
     */
    static byte[] bytes(ConvoyChart chart, int dpi) throws IOException {
        double scale = dpi / 72.0;
        int width = (int) Math.round(chart.widthPoints() * scale);
        int height = (int) Math.round(chart.heightPoints() * scale);
        if ((long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException("a PNG of " + width + " x " + height + " pixels is too large, at most "
                    + MOST_PIXELS / 1_000_000 + " million; use fewer dpi, a smaller size, SVG or PDF");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Style.PAPER);
        g.fillRect(0, 0, width, height);
        g.scale(scale, scale);
        chart.draw(g);
        g.dispose();
        return encode(image, dpi);
    }

    /** The image as PNG, with its resolution in the chunk {@code pHYs}. */
    private static byte[] encode(BufferedImage image, int dpi) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(dpi / 0.0254));
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree(FORMAT, root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
