package org.bridgeconvoy.benchmarks;

import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Cursor;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The whole engine on an M/M/1 queue, per event, in the three styles that modelers write. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Mm1Benchmark {
    private static final int EVENTS = 2 * Mm1.CUSTOMERS;
    private int replication = 1;

    /** Reusable event objects: the fast way. */
    private static final class ByEvents {
        private final Simulation sim = new Simulation();
        private final LongQueue inSystem = new LongQueue();
        private final Mm1 draws;
        private long total;
        private int arrived;
        private int left;

        private final Event arrival = new Event() {
            @Override
            public void fire(Simulation s) {
                if (inSystem.isEmpty()) {
                    s.schedule(draws.service(), departure);
                }
                inSystem.add(s.now());
                if (++arrived < Mm1.CUSTOMERS) {
                    s.schedule(draws.untilArrival(), this);
                }
            }
        };

        private final Event departure = new Event() {
            @Override
            public void fire(Simulation s) {
                total += s.now() - inSystem.remove();
                left++;
                if (!inSystem.isEmpty()) {
                    s.schedule(draws.service(), this);
                }
            }
        };

        ByEvents(int replication) {
            draws = new Mm1(replication);
        }

        double run() {
            sim.schedule(draws.untilArrival(), arrival);
            sim.run();
            return total / 1e9 / left;
        }
    }

    /** A new lambda for every event: the convenient way. */
    private static final class ByLambdas {
        private final Simulation sim = new Simulation();
        private final LongQueue waiting = new LongQueue();
        private final Mm1 draws;
        private boolean busy;
        private long total;
        private int arrived;
        private int left;

        ByLambdas(int replication) {
            draws = new Mm1(replication);
        }

        void arrive() {
            long now = sim.now();
            if (busy) {
                waiting.add(now);
            } else {
                serve(now);
            }
            if (++arrived < Mm1.CUSTOMERS) {
                sim.schedule(draws.untilArrival(), s -> arrive());
            }
        }

        void serve(long arrivedAt) {
            busy = true;
            sim.schedule(draws.service(), s -> depart(arrivedAt));
        }

        void depart(long arrivedAt) {
            total += sim.now() - arrivedAt;
            left++;
            busy = false;
            if (!waiting.isEmpty()) {
                serve(waiting.remove());
            }
        }

        double run() {
            sim.schedule(draws.untilArrival(), s -> arrive());
            sim.run();
            return total / 1e9 / left;
        }
    }

    /** A flow with a resource, its queue and its statistics. */
    private static final class ByFlow {
        private final Simulation sim = new Simulation();
        private final Mm1 draws;
        private final Resource server = new Resource("server", 1);
        private final Flow<Customer> flow;
        private @Nullable Customer idle;
        private long total;
        private int arrived;
        private int left;

        /** An entity that owns its cursor and is used again. */
        private static final class Customer {
            private final Cursor<Customer> cursor;
            private long arrivedAt;
            private @Nullable Customer nextIdle;

            Customer(Flow<Customer> flow) {
                cursor = flow.cursor(this);
            }
        }

        ByFlow(int replication) {
            draws = new Mm1(replication);
            flow = Flow.<Customer>of()
                    .seize(server)
                    .delay(customer -> draws.service())
                    .release(server)
                    .observe(this::leave)
                    .build();
        }

        private void leave(Customer customer, long now) {
            total += now - customer.arrivedAt;
            left++;
            customer.nextIdle = idle;
            idle = customer;
        }

        private final Event arrival = new Event() {
            @Override
            public void fire(Simulation s) {
                Customer customer = idle;
                if (customer == null) {
                    customer = new Customer(flow);
                } else {
                    idle = customer.nextIdle;
                }
                customer.arrivedAt = s.now();
                customer.cursor.relaunch(s);
                if (++arrived < Mm1.CUSTOMERS) {
                    s.schedule(draws.untilArrival(), this);
                }
            }
        };

        double run() {
            sim.schedule(draws.untilArrival(), arrival);
            sim.run();
            return total / 1e9 / left;
        }
    }

    /** By event objects. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double eventObjects() {
        return Mm1.checked(new ByEvents(replication++).run());
    }

    /** By lambdas. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double lambdas() {
        return Mm1.checked(new ByLambdas(replication++).run());
    }

    /** By lambdas, whose garbage the serial collector clears away. */
    @Benchmark
    @Fork(jvmArgsAppend = "-XX:+UseSerialGC")
    @OperationsPerInvocation(EVENTS)
    public double lambdasSerialCollector() {
        return lambdas();
    }

    /** By a flow, statistics on. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double flow() {
        return Mm1.checked(new ByFlow(replication++).run());
    }
}
