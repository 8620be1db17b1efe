/**
 * Opening times: hours of the day, days of the week, dates on which a bank is closed, clocks that differ, time zones.
 *
 * <p>All intervals are half open: open at the first instant, shut at the last. Here must not live: events or simulations; a calendar only
 * answers questions about instants. Start reading at {@code Hours}.
 */
@NullMarked
package org.bridgeconvoy.calendar;

import org.jspecify.annotations.NullMarked;
