package org.bridgeconvoy.web;

import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** Names the files that the compiled module carries: the built-in scenarios and the time zones. */
public final class WebResources implements ResourceSupplier {

    /** For the service loader of TeaVM. */
    public WebResources() {}

    @Override
    public String[] supplyResources(ResourceSupplierContext context) {
        return new String[] {"org/bridgeconvoy/calendar/zones.txt"};
    }
}
