package org.bridgeconvoy.web;

import java.util.stream.Stream;
import org.bridgeconvoy.scenario.text.BuiltInFiles;
import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** Names the files that the compiled module carries: the built-in scenarios and the time zones. */
@SuppressWarnings("deprecation") // TeaVM 0.16.0 has no other way to name resources for a module.
public final class WebResources implements ResourceSupplier {

    /** For the service loader of TeaVM. */
    public WebResources() {}

    @Override
    public String[] supplyResources(ResourceSupplierContext context) {
        return Stream.concat(
                        Stream.of("org/bridgeconvoy/calendar/zones.txt"),
                        BuiltInFiles.names().stream().map(name -> "scenarios/" + name + ".yaml"))
                .toArray(String[]::new);
    }
}
