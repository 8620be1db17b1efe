package org.bridgeconvoy.bridge.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** "Tonnes are kept to the milligram." (Section 3) */
final class Mass {

    static final long UNLIMITED = Long.MAX_VALUE;

    private Mass() {}

    static long ofTonnes(double tonnes) {
        if (tonnes >= UNLIMITED / 1e9) {
            return UNLIMITED;
        }
        return new BigDecimal(tonnes)
                .movePointRight(9)
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
