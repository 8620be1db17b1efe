package org.bridgeconvoy.result;

/**
 * A quantity that every replication has one value of.
 *
 * @param name its name in files: {@code wait_load_min}, {@code truck_h_per_day.idle}
 * @param unit its unit for people: {@code min}, {@code trucks/d}; empty for a share
 * @param text what it is, in a few words
 */
public record Metric(String name, String unit, String text) {}
