package org.bridgeconvoy.scenario.map;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.table.CsvTable;
import org.bridgeconvoy.scenario.table.SomeRows;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;

/** Reads the table of listed consignments, and adds to the demand the cargoes that only this table has. */
final class ConsignmentsMapper {

    /** Largest consignment in t. */
    private static final double MOST_TONNES = 100_000;

    /** The beginning of a date, by which a time is told from a duration. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-.*");

    private static final Pattern ISO = Pattern.compile("[+-]?P.*");

    private final LocalDate start;

    /** The clock of the origin. */
    private final LocalClock clock;

    /** Lead of the simulation clock over UTC. */
    private final long aheadNanos;

    private final long horizon;
    private final double carrying;

    /**
     * A mapper for one run.
     *
     * @param aheadNanos lead of the simulation clock over UTC
     * @param carrying the largest load that a truck takes, in t; infinite if nothing limits it
     */
    ConsignmentsMapper(LocalDate start, LocalClock clock, long aheadNanos, long horizon, double carrying) {
        this.start = start;
        this.clock = clock;
        this.aheadNanos = aheadNanos;
        this.horizon = horizon;
        this.carrying = carrying;
    }

    /**
     * Consignments without problems, in the order of the table. Warns of those after the horizon and of those with an
     * unusually heavy truckload.
     */
    List<Consignment> consignments(Place place, List<CargoStream> demand) {
        List<Consignment> consignments = new ArrayList<>();
        CsvTable table = place.isPresent()
                ? CsvTable.read(place, List.of("time", "cargo", "tonnes"), List.of("priority"))
                : null;
        if (table == null) {
            return consignments;
        }
        Map<String, Integer> priorities = new LinkedHashMap<>();
        demand.forEach(s -> priorities.put(s.cargo(), s.priority()));
        SomeRows late = new SomeRows("lie at or after the horizon and do not appear");
        SomeRows heavy = new SomeRows("put on one truck " + Usual.LOAD.moreThanMost());
        SomeRows offsets = new SomeRows("give the time with an offset from UTC");
        for (CsvTable.Row row : table.rows()) {
            if (hasOffset(row.text("time"))) {
                offsets.add(row);
            }
            consignment(row, priorities).ifPresent(read -> {
                consignments.add(read);
                if (read.atNanos() >= horizon) {
                    late.add(row);
                }
                if (Math.min(read.tonnes(), carrying) > Usual.LOAD.most()) {
                    heavy.add(row);
                }
            });
        }
        offsets.warn(consignments.size() + " consignments", "; it is converted to the origin's clock");
        heavy.warn(consignments.size() + " consignments", "");
        late.warn(consignments.size() + " consignments", "");
        checkCargoes(place, consignments);
        return consignments;
    }

    /** Limits the number of cargoes: each has metrics and columns of its own. */
    private static void checkCargoes(Place place, List<Consignment> consignments) {
        long cargoes = consignments.stream().map(Consignment::cargo).distinct().count();
        if (cargoes > DemandMapper.MOST_STREAMS) {
            place.problem("must have at most " + DemandMapper.MOST_STREAMS + " cargoes, got " + cargoes
                    + "; a column of numbers in the place of the cargo?");
        }
    }

    /**
     * One consignment; empty, with a problem added, if a cell is wrong. Without a priority it has the one of its cargo.
     */
    private Optional<Consignment> consignment(CsvTable.Row row, Map<String, Integer> priorities) {
        Optional<Long> at = row.find("time", this::sinceStart);
        Optional<String> cargo = row.find("cargo", text -> {
            String wrong = Names.wrong(text);
            if (!wrong.isEmpty()) {
                throw new Invalid(wrong + ", got " + Texts.shown(text));
            }
            return text;
        });
        Optional<Double> tonnes = row.find("tonnes", ConsignmentsMapper::tonnes);
        Optional<Integer> priority = row.has("priority")
                ? row.find("priority", ConsignmentsMapper::priority)
                : Optional.of(priorities.getOrDefault(row.text("cargo"), 0));
        return at.isEmpty() || cargo.isEmpty() || tonnes.isEmpty() || priority.isEmpty()
                ? Optional.empty()
                : Optional.of(new Consignment(at.get(), cargo.get(), tonnes.get(), priority.get()));
    }

    /** Nanoseconds since the start, from a local date and time or from a duration. */
    private long sinceStart(String text) throws Invalid {
        Optional<LocalDateTime> utc = Times.inUtc(text);
        if (utc.isPresent()) {
            return checked(BridgeMapper.nanosSince(start, utc.get()) + aheadNanos, text);
        }
        boolean isDate = DATE.matcher(text).matches();
        long nanos = isDate ? clock.firstShowing(BridgeMapper.nanosSince(start, Times.dateTime(text))) : duration(text);
        return checked(nanos, text);
    }

    private long checked(long nanos, String text) throws Invalid {
        if (nanos < 0) {
            throw new Invalid("must not lie before the start (" + start + "), got " + Texts.shown(text));
        }
        return nanos;
    }

    /** Whether a time is given with an offset from UTC. */
    static boolean hasOffset(String text) {
        try {
            return Times.inUtc(text).isPresent();
        } catch (Invalid e) {
            return false;
        }
    }

    private static long duration(String text) throws Invalid {
        if (!Quantity.isNumeric(text) && !ISO.matcher(text).matches()) {
            throw new Invalid("must be a local date and time such as '2024-09-23T08:00' or a duration since the start"
                    + " such as '8 h', got " + Texts.shown(text));
        }
        BigDecimal seconds = Quantity.parse(text, Dimension.DURATION).value();
        if (seconds.abs().compareTo(ReadingContext.MAX_SECONDS) > 0) {
            throw new Invalid("must be at most 100 years (36525 d), got " + text);
        }
        return Nanos.ofSeconds(seconds);
    }

    private static double tonnes(String text) throws Invalid {
        double tonnes = CsvTable.quantity(text, "t", Dimension.MASS).asDouble();
        if (!(tonnes > 0) || tonnes > MOST_TONNES) {
            throw new Invalid("must be > 0 t and at most " + Texts.number(MOST_TONNES) + " t, got " + text);
        }
        return tonnes;
    }

    private static int priority(String text) throws Invalid {
        long priority = Quantity.whole(text);
        if (priority != (int) priority) {
            throw new Invalid("must be a whole number of 32 bits, got " + text);
        }
        return (int) priority;
    }

    /**
     * The demand, with a stream that draws nothing for each cargo that occurs only in the table. These streams come in
     * order of the first consignment in time: the model sorts the table by time, so the order must not depend on the
     * rows of the file.
     */
    static List<CargoStream> withListed(List<CargoStream> demand, List<Consignment> consignments) {
        Map<String, CargoStream> streams = new LinkedHashMap<>();
        demand.forEach(s -> streams.put(s.cargo(), s));
        consignments.stream()
                .sorted(Comparator.comparingLong(Consignment::atNanos))
                .forEach(first -> streams.computeIfAbsent(
                        first.cargo(),
                        cargo -> CargoStream.builder(cargo)
                                .loadTonnes(first.tonnes())
                                .build()));
        return List.copyOf(streams.values());
    }
}
