package org.bridgeconvoy.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatIllegalStateException
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.assertj.core.api.Assertions.within
import org.bridgeconvoy.calendar.Nanos
import org.bridgeconvoy.engine.Simulation
import org.bridgeconvoy.experiment.Experiment
import org.bridgeconvoy.experiment.theory.Queues
import org.bridgeconvoy.flow.Batch
import org.bridgeconvoy.flow.Flow
import org.bridgeconvoy.flow.Gate
import org.bridgeconvoy.flow.Level
import org.bridgeconvoy.flow.Resource
import org.bridgeconvoy.flow.Store
import org.bridgeconvoy.random.Streams
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledIfSystemProperty

/** Processes in Kotlin give what flows give, to the bit, and what theory says. */
class ProcessTest {
    private val log = mutableListOf<String>()

    // tag: bank
    private fun bank(streams: Streams, patienceSeconds: Double): Resource {
        val random = streams.stream("bank")
        val sim = Simulation()
        val counter = Resource("counter", 1)
        sim.launch("door") {
            while (true) {
                delaySeconds(random.nextExponential())
                sim.launch("client") {
                    if (seizeWithin(counter, patienceSeconds * random.nextExponential())) {
                        delaySeconds(random.nextExponential())
                        release(counter)
                    }
                }
            }
        }
        sim.runUntil(20_000 * Nanos.SECOND)
        return counter
    }
    // end: bank

    private fun bankByFlow(streams: Streams, patienceSeconds: Double): Resource {
        val random = streams.stream("bank")
        val sim = Simulation()
        val counter = Resource("counter", 1)
        Flow.of<String>()
            .seize(counter)
            .orGiveUpAfterSeconds({ patienceSeconds * random.nextExponential() }, Flow.of<String>().build())
            .delaySeconds { random.nextExponential() }
            .release(counter)
            .build()
            .launchEverySeconds(sim, random::nextExponential) { "client" }
        sim.runUntil(20_000 * Nanos.SECOND)
        return counter
    }

    private fun shareGivingUp(counter: Resource): Double {
        val gaveUp = counter.statistics().gaveUpSeconds().count().toDouble()
        return gaveUp / (gaveUp + counter.statistics().waitSeconds().count())
    }

    @Test
    fun `patience gives what a flow gives, to the bit, and what theory says`() {
        val process = bank(Streams.of(1, 1), 2.0).statistics()
        val flow = bankByFlow(Streams.of(1, 1), 2.0).statistics()
        assertThat(process.toString()).isEqualTo(flow.toString())
        assertThat(process.totalWait().nanos()).isEqualTo(flow.totalWait().nanos())
        // M/M/1+M with rates 1 and patience of mean 2: clients come as fast as they are served, so the share that gives up is that of the time without any.
        var empty = 1.0
        var term = 1.0
        for (n in 1 until 100) {
            term /= 1 + (n - 1) * 0.5
            empty += term
        }
        val share = Experiment(1, 20).estimate { shareGivingUp(bank(it, 2.0)) }
        assertThat(share.mean()).isCloseTo(1 / empty, within(share.halfWidth(0.999)))
        assertThat(share.halfWidth(0.999)).isLessThan(0.05 / empty)
    }

    private fun queue(streams: Streams, byProcess: Boolean): Resource {
        val gaps = streams.stream("gaps")
        val services = streams.stream("services")
        val sim = Simulation()
        val server = Resource("server", 1)
        if (byProcess) {
            sim.launch("source") {
                while (true) {
                    delaySeconds(gaps.nextExponential() / 0.7)
                    sim.launch("customer") {
                        seize(server)
                        delaySeconds(services.nextExponential())
                        release(server)
                    }
                }
            }
        } else {
            Flow.of<String>()
                .seize(server)
                .delaySeconds { services.nextExponential() }
                .release(server)
                .build()
                .launchEverySeconds(sim, { gaps.nextExponential() / 0.7 }) { "customer" }
        }
        sim.runUntil(500 * Nanos.SECOND)
        server.resetStatistics(sim)
        sim.runUntil(10_500 * Nanos.SECOND)
        return server
    }

    @Test
    fun `an M,M,1 queue gives what a flow gives, to the bit, and what theory says`() {
        for (replication in 1..5) {
            val process = queue(Streams.of(7, replication), true).statistics()
            val flow = queue(Streams.of(7, replication), false).statistics()
            assertThat(process.toString()).isEqualTo(flow.toString())
            assertThat(process.totalWait().nanos()).isEqualTo(flow.totalWait().nanos())
        }
        val wait = Experiment(7, 20).estimate { queue(it, true).statistics().waitSeconds().mean() }
        assertThat(wait.mean()).isCloseTo(Queues.waitInMMc(1, 0.7, 1.0), within(wait.halfWidth(0.999)))
        assertThat(wait.halfWidth(0.999)).isLessThan(0.1 * wait.mean())
    }

    private fun machine(streams: Streams, byProcess: Boolean): Pair<Int, Double> {
        val random = streams.stream("machine")
        val sim = Simulation()
        val machine = Resource("machine", 1)
        var parts = 0
        if (byProcess) {
            sim.launch("work") {
                while (true) {
                    seize(machine)
                    delaySeconds(600 * random.nextExponential())
                    release(machine)
                    parts++
                }
            }
        } else {
            Flow.of<String>()
                .mark("next")
                .seize(machine)
                .delaySeconds { 600 * random.nextExponential() }
                .release(machine)
                .observe { _, _ -> parts++ }
                .goBackTo("next") { true }
                .build()
                .launch(sim, "work")
        }
        machine.failByTime(sim, { 36_000 * random.nextExponential() }, { 7_200 * random.nextExponential() })
        sim.runUntil(5_000 * Nanos.HOUR)
        return Pair(parts, machine.shares(sim).failed())
    }

    @Test
    fun `a machine that fails in mid-service gives what a flow gives, to the bit, and what theory says`() {
        assertThat(machine(Streams.of(3, 1), true)).isEqualTo(machine(Streams.of(3, 1), false))
        // Up 10 h, then down 2 h; 6 parts an hour while up, as interrupted work goes on where it was.
        val parts = Experiment(3, 20).estimate { machine(it, true).first / 5_000.0 }
        assertThat(parts.mean()).isCloseTo(5.0, within(parts.halfWidth(0.999)))
        assertThat(parts.halfWidth(0.999)).isLessThan(0.1)
    }

    @Test
    fun `all words wait for what they name`() {
        val sim = Simulation()
        val gate = Gate("gate", false)
        val tank = Level("tank", 10.0, 0.0)
        val shelf = Store<String>("shelf", 10)
        val ferry = Batch("ferry", 2)
        fun note(what: String) = log.add("${sim.now()} $what")
        for (name in listOf("A", "B")) {
            sim.launch(name) {
                pass(gate)
                note("$this passed")
                join(ferry)
                note("$this sails")
            }
        }
        sim.launch("driver") {
            take(tank, 4.0)
            note("has fuel and " + take(shelf) { it.startsWith("k") })
        }
        sim.launch("keeper") {
            delay(5)
            gate.open(sim)
            put(tank, 4.0)
            delay(2)
            put(shelf, "map")
            put(shelf, "key")
        }
        sim.run()
        assertThat(log).containsExactly("5 A passed", "5 B passed", "5 A sails", "5 B sails", "7 has fuel and key")
    }

    @Test
    fun `who preempts takes the unit, and the other goes on where it was`() {
        val sim = Simulation()
        val crane = Resource("crane", 1)
        sim.launch("slow") {
            seize(crane)
            delay(10)
            log.add("${sim.now()} slow done")
            release(crane)
        }
        sim.launch("urgent") {
            delay(4)
            seizePreempting(crane, priority = 1)
            delay(3)
            release(crane)
            log.add("${sim.now()} urgent done")
        }
        sim.run()
        assertThat(log).containsExactly("7 urgent done", "13 slow done")
    }

    @Test
    fun `a failure ends the run, and what is wrong is said where it happens`() {
        val sim = Simulation()
        val crane = Resource("crane", 1)
        val process = sim.launch("A") {
            delay(3)
            check(false) { "boom" }
        }
        assertThatIllegalStateException().isThrownBy { sim.run() }.withMessage("boom")
        assertThat(process.hasEnded).isTrue()
        assertThatThrownBy { process.release(crane) }.hasMessageContaining("A waits: a word of a process")
        assertThatThrownBy { sim.launch("B") { delaySeconds(-1.0) } }
            .hasMessage("the time of a delay must be >= 0 s, got -1.0 s (t=0.000000003 s, B)")
        assertThatThrownBy { sim.launch("C") { release(crane) } }.hasMessageContaining("release without a unit in use")
    }

    /** Measures, when asked to; the command stands in docs/guide/processes.md. */
    @Test
    @EnabledIfSystemProperty(named = "time", matches = "true")
    fun `time of a customer`() {
        for (round in 1..10) {
            for (byProcess in listOf(true, false)) {
                var served = 0L
                val began = System.nanoTime()
                for (replication in 1..100) {
                    served += queue(Streams.of(1, replication), byProcess).statistics().waitSeconds().count()
                }
                val took = (System.nanoTime() - began) / served
                println("round $round: $took ns a customer by " + if (byProcess) "process" else "flow")
            }
        }
    }
}
