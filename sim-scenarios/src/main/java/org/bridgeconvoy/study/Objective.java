package org.bridgeconvoy.study;

import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * The objective in which gains are counted.
 *
 * <ul>
 * <li>A cargo is finite and a replication clears it: the days to clear of the cargo that clears last. A replication that does not clear
 * counts as the horizon.
 * <li>Through traffic alone: the mean wait of all vehicles that joined a queue in the window, names pooled.
 * <li>Otherwise: the tonnes delivered a day.
 * </ul>
 */
abstract class Objective {

    private static final Metric DELIVERED = Metric.of(MetricFamily.DELIVERED_T_PER_DAY);

    /** Days after the last consignment within which a cleared cargo shows that demand limits. */
    private static final double TWO_DAYS = 2;

    /** Longer delays are allowed up to this share of the days to clear. */
    private static final double SHARE_OF_DAYS = 0.02;

    /** The objective of a world, chosen by its replications. */
    static Objective of(ConvoyConfig config, List<ReplicationResult> base) {
        if (!config.hasTrucks()) {
            return new Waiting();
        }
        Objective last = new Delivered(config);
        double latest = -1;
        for (int i = 0; i < config.demand().size(); i++) {
            CargoStream stream = config.demand().get(i);
            if (config.isFinite(stream)) {
                Clearing clearing = new Clearing(config, i, stream.cargo());
                double days = clearing.size(base);
                if (clearing.isEverCleared(base) && days > latest) {
                    latest = days;
                    last = clearing;
                }
            }
        }
        return last;
    }

    /** Name of the metric in which gains are counted. */
    abstract String name();

    /** Unit of the metric for people. */
    abstract String unit();

    /** What a gain is of, for people: its unit and what it concerns. */
    abstract String gain();

    /** Value of the objective in a replication; more is better, so metrics of which less is better come with a minus. */
    abstract double value(ReplicationResult replication);

    /** Size of the objective, at least 0: a gain counts relative to it. */
    final double size(List<ReplicationResult> replications) {
        return Math.abs(Estimate.of(values(replications)).mean());
    }

    /** Whether demand limits, judged in this objective. */
    abstract Evidence demand(List<ReplicationResult> base);

    /** Whether demand limits, with the words for it. */
    record Evidence(boolean isDemand, String words) {}

    /** How far each replication lies beyond the bound at which demand no longer limits. */
    abstract Beyond beyond(List<ReplicationResult> replications);

    /**
     * Distance from the bound of demand.
     *
     * @param bound distance of each replication, in the unit of the bound; their mean is above 0 beyond it
     * @param worksOff whether an old backlog is being worked off, so that demand does not limit within the bound either
     */
    record Beyond(double[] bound, boolean worksOff) {}

    /** Value of the objective in each replication. */
    final double[] values(List<ReplicationResult> replications) {
        return replications.stream().mapToDouble(this::value).toArray();
    }

    /** Tonnes delivered a day. */
    private static final class Delivered extends Objective {

        private final ConvoyConfig config;

        Delivered(ConvoyConfig config) {
            this.config = config;
        }

        @Override
        String name() {
            return DELIVERED.name();
        }

        @Override
        String unit() {
            return DELIVERED.unit();
        }

        @Override
        String gain() {
            return unit() + " delivered";
        }

        @Override
        double value(ReplicationResult replication) {
            return replication.metrics().value(DELIVERED);
        }

        @Override
        Evidence demand(List<ReplicationResult> base) {
            DemandCheck.Outcome outcome = outcome(base);
            return new Evidence(outcome.isDemand(), outcome.evidence());
        }

        @Override
        Beyond beyond(List<ReplicationResult> replications) {
            DemandCheck.Outcome outcome = outcome(replications);
            return new Beyond(outcome.beyond(), outcome.worksOff());
        }

        private DemandCheck.Outcome outcome(List<ReplicationResult> replications) {
            return DemandCheck.of(DailyTables.of(replications), config.warmUpNanos(), config.horizonNanos());
        }
    }

    /** Mean wait of through traffic. */
    private static final class Waiting extends Objective {

        @Override
        String name() {
            return MetricFamily.WAIT_TRAFFIC_MIN.nameOfAll();
        }

        @Override
        String unit() {
            return MetricFamily.WAIT_TRAFFIC_MIN.unit();
        }

        @Override
        String gain() {
            return unit() + " of the mean wait";
        }

        /** A shorter wait is better; without vehicles it is 0. */
        @Override
        double value(ReplicationResult replication) {
            double minutes = replication.trafficWaitMinutes();
            return Double.isNaN(minutes) ? 0 : -minutes;
        }

        @Override
        Evidence demand(List<ReplicationResult> base) {
            return new Evidence(
                    false,
                    String.format(
                            Locale.ROOT, "all vehicles that joined the queues waited %.2f min on average", size(base)));
        }

        @Override
        Beyond beyond(List<ReplicationResult> replications) {
            throw new IllegalStateException("through traffic alone has no demand that could limit");
        }
    }

    /** Days to clear of one cargo. */
    private static final class Clearing extends Objective {

        private final int cargo;
        private final String name;
        private final double horizonDays;

        Clearing(ConvoyConfig config, int cargo, String name) {
            this.cargo = cargo;
            this.name = name;
            horizonDays = (double) config.horizonNanos() / Nanos.DAY;
        }

        boolean isEverCleared(List<ReplicationResult> base) {
            return base.stream().anyMatch(r -> !Double.isNaN(r.metrics().value(metric())));
        }

        @Override
        String name() {
            return metric().name();
        }

        @Override
        String unit() {
            return metric().unit();
        }

        @Override
        String gain() {
            return unit() + " until all of " + name + " is unloaded";
        }

        private Metric metric() {
            return Metric.of(MetricFamily.DAYS_TO_CLEAR, name);
        }

        /** Fewer days are better. */
        @Override
        double value(ReplicationResult replication) {
            return -days(replication);
        }

        private double days(ReplicationResult replication) {
            double days = replication.metrics().value(metric());
            return Double.isNaN(days) ? horizonDays : days;
        }

        @Override
        Evidence demand(List<ReplicationResult> base) {
            double after = Estimate.of(after(base)).mean();
            return new Evidence(
                    after <= allowed(base),
                    String.format(
                            Locale.ROOT,
                            "the last of %s is unloaded %.1f d after the day on which it was consigned",
                            name,
                            Math.max(0, after)));
        }

        @Override
        Beyond beyond(List<ReplicationResult> replications) {
            double allowed = allowed(replications);
            double[] beyond = after(replications);
            for (int i = 0; i < beyond.length; i++) {
                beyond[i] -= allowed;
            }
            return new Beyond(beyond, false);
        }

        /** Days from the midnight after the last consignment to the last delivery, in each replication. */
        private double[] after(List<ReplicationResult> replications) {
            return replications.stream()
                    .mapToDouble(r -> days(r) - lastConsigned(r.daily()))
                    .toArray();
        }

        /** The largest mean of these days with which demand limits. */
        private double allowed(List<ReplicationResult> replications) {
            return Math.max(TWO_DAYS, SHARE_OF_DAYS * size(replications));
        }

        /** Days from the start to the midnight by which all that is ever consigned has appeared. */
        private int lastConsigned(DailyTable table) {
            long[] consigned = table.byCargo().get(cargo).consigned();
            int day = consigned.length;
            while (day > 0 && consigned[day - 1] == 0) {
                day--;
            }
            return day;
        }
    }
}
