package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;

/** Names of the modeler's own objects, for messages. */
final class Words {
    /** Number of entities that a message names. */
    private static final int MOST_NAMES = 3;

    private Words() {}

    /** The text of {@code toString} if the class defines one, else the name of the class. */
    static String of(Object part) {
        return hasOwn(part) ? part.toString() : "of class " + part.getClass().getName();
    }

    /** Whether {@code toString} says more than the class and a number. */
    static boolean hasOwn(Object part) {
        return !part.toString().startsWith(part.getClass().getName() + "@");
    }

    /** Who waits, as the end of a text; empty if none does. */
    static String waiting(String why, List<Customer<?>> customers) {
        return customers.isEmpty() ? "" : "; waiting " + why + ": " + first(customers);
    }

    /** The first {@link #MOST_NAMES} customers by their entities. */
    static String first(List<Customer<?>> customers) {
        List<String> names = new ArrayList<>();
        for (Customer<?> customer : customers.subList(0, Math.min(MOST_NAMES, customers.size()))) {
            names.add(customer.entity().toString());
        }
        return String.join(", ", names) + (customers.size() > MOST_NAMES ? " and others" : "");
    }
}
