/**
 * The application: scenario files, studies, reports and the {@code convoy} command.
 */
module org.bridgeconvoy.scenarios {
    requires static org.jspecify;
    requires org.bridgeconvoy.core;
    requires java.desktop;
    requires java.sql;
    requires java.xml;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.rototor.pdfbox.graphics2d;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires org.apache.pdfbox;
    requires org.apache.xmlgraphics.batik.svggen;
    requires org.jfree.jfreechart;
    requires org.snakeyaml.engine;

    uses org.bridgeconvoy.study.ClusterEngine;
}
