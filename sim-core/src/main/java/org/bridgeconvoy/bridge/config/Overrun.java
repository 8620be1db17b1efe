package org.bridgeconvoy.bridge.config;

/** What happens to a service under way when its station closes. */
public enum Overrun {
    /** It runs to its end, past closing time if need be. */
    FINISH,
    /** It stops at closing time and goes on at the next opening. */
    PAUSE
}
