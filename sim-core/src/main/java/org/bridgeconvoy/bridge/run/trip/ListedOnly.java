package org.bridgeconvoy.bridge.run.trip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;

/**
 * Lets listed consignments appear for cargoes without a drawn stream: the last cargoes of the demand. They come after all drawn
 * consignments of an instant, in the order of the list, whatever their cargo (phase 3).
 */
public final class ListedOnly {

    private final RunContext context;
    private final List<DemandSource> sources;
    private final int[] cargoes;
    private final long[] times;
    private final PartEvent appearance;
    private int next;

    /** The listed consignments of a world, which appear at the sources of their cargoes. */
    public ListedOnly(RunContext context, List<DemandSource> sources, ConvoyConfig config) {
        this.context = context;
        this.sources = sources;
        int first = firstCargo(config);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = first; i < config.demand().size(); i++) {
            numbers.put(config.demand().get(i).cargo(), i);
        }
        List<Consignment> rows = config.consignments().stream()
                .filter(c -> c.atNanos() < config.horizonNanos() && numbers.containsKey(c.cargo()))
                .toList();
        cargoes = rows.stream()
                .mapToInt(c -> numbers.getOrDefault(c.cargo(), first))
                .toArray();
        times = rows.stream().mapToLong(Consignment::atNanos).toArray();
        appearance = new PartEvent(context.pass(), "listed consignments appear", this::appear);
    }

    /** The first of the trailing cargoes without a drawn stream; the number of cargoes if every cargo has one. */
    public static int firstCargo(ConvoyConfig config) {
        int first = config.demand().size();
        while (first > 0 && !config.demand().get(first - 1).isDrawn()) {
            first--;
        }
        return first;
    }

    /** Schedules the first. */
    public void begin() {
        if (next < times.length) {
            context.sim().scheduleAt(times[next], Priorities.consignment(sources.size()), appearance);
        }
    }

    private void appear() {
        while (next < times.length && times[next] == context.now()) {
            sources.get(cargoes[next++]).appearListed();
        }
        begin();
    }
}
