package org.bridgeconvoy.kotlin

import java.util.function.Consumer
import java.util.function.Predicate
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.RestrictsSuspension
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume
import org.bridgeconvoy.calendar.Nanos
import org.bridgeconvoy.engine.Event
import org.bridgeconvoy.engine.EventFailure
import org.bridgeconvoy.engine.Simulation
import org.bridgeconvoy.flow.Batch
import org.bridgeconvoy.flow.Cursor
import org.bridgeconvoy.flow.Flow
import org.bridgeconvoy.flow.Gate
import org.bridgeconvoy.flow.Level
import org.bridgeconvoy.flow.Resource
import org.bridgeconvoy.flow.Store

/**
 * Launches a process: straight-line code with locals, loops and conditions, which waits where it calls a word of [Process]. The call
 * returns when the process waits for the first time or has ended.
 *
 * The process is the entity of the resources that it seizes. It runs on the caller's thread.
 *
 * @param name what moves, any object; in messages the process has its text
 * @param body what it does
 * @return the process
 */
fun Simulation.launch(name: Any, body: suspend Process.() -> Unit): Process {
    val process = Process(this, name)
    process.begin(body)
    return process
}

/**
 * A process under way: the words with which it waits, and the run. Belongs to one run. Not thread-safe.
 *
 * A failure in the process ends the run like one in a step of a flow. A resource that fails, or is preempted, stops the delays of the process
 * while it holds units, which go on where they were.
 */
@RestrictsSuspension
class Process internal constructor(
    /** The run. */
    val sim: Simulation,
    /** What moves. */
    val name: Any,
) {
    private var next: Continuation<Unit>? = null
    private var failure: Throwable? = null
    private var cursor: Cursor<Process>? = null
    private var delayNanos = NONE
    private var patience: Patience? = null

    /** Whether the process has ended. */
    var hasEnded: Boolean = false
        private set

    /** The time, ns. */
    val now: Long get() = sim.now()

    /**
     * Waits for a time.
     *
     * @param nanos at least 0; beyond the end of the clock for ever
     */
    suspend fun delay(nanos: Long) {
        require(nanos >= 0) { "the time of a delay must be >= 0 ns, got $nanos ns (${EventFailure.at(now)}, $name)" }
        delayNanos = nanos
        await()
    }

    /**
     * Waits for a time.
     *
     * @param seconds at least 0, rounded to the nanosecond; infinite, or beyond the end of the clock, for ever
     */
    suspend fun delaySeconds(seconds: Double) {
        require(seconds >= LEAST_SECONDS) {
            "the time of a delay must be >= 0 s, got $seconds s (${EventFailure.at(now)}, $name)"
        }
        delay(if (seconds >= CLOCK_SECONDS) Long.MAX_VALUE else Nanos.ofSeconds(seconds))
    }

    /**
     * Seizes units, all at once; waits in the queue until they are free.
     *
     * @param units from 1 to the most that the resource ever has
     * @param priority the higher one is served first, equal ones in the order of coming
     */
    suspend fun seize(resource: Resource, units: Int = 1, priority: Int = 0) {
        resource.seize(sim, here(), units, priority)
        await()
    }

    /** Seizes units, taken from entities of lower priority if need be, as the word `preempting` of a flow says. */
    suspend fun seizePreempting(resource: Resource, units: Int = 1, priority: Int) {
        resource.seizePreempting(sim, here(), units, priority)
        await()
    }

    /**
     * Seizes units, or gives up (reneges) after a time in the queue.
     *
     * @param patienceSeconds at least 0, rounded to the nanosecond; infinite for ever
     * @return whether it has the units
     */
    suspend fun seizeWithin(resource: Resource, patienceSeconds: Double, units: Int = 1, priority: Int = 0): Boolean {
        require(patienceSeconds >= LEAST_SECONDS) {
            "patience must be >= 0 s, got $patienceSeconds s (${EventFailure.at(now)}, $name)"
        }
        val waiting = resource.queueLength()
        resource.seize(sim, here(), units, priority)
        if (resource.queueLength() == waiting || patienceSeconds >= CLOCK_SECONDS) {
            await()
            return true
        }
        val limit = patience ?: Patience().also { patience = it }
        limit.begin(resource, Nanos.ofSeconds(patienceSeconds))
        await()
        return limit.end()
    }

    /** Releases units. Entities that wait for them go on before the call returns. */
    fun release(resource: Resource, units: Int = 1) = resource.release(sim, here(), units)

    /** Waits until the gate lets the process pass. */
    suspend fun pass(gate: Gate) {
        gate.waitFor(sim, here())
        await()
    }

    /** Waits until the batch is complete, or has waited long enough. */
    suspend fun join(batch: Batch) {
        batch.join(sim, here())
        await()
    }

    /** Takes an amount; waits until it is there. */
    suspend fun take(level: Level, amount: Double) {
        level.take(sim, here(), amount)
        await()
    }

    /** Puts an amount; waits until there is room. */
    suspend fun put(level: Level, amount: Double) {
        level.put(sim, here(), amount)
        await()
    }

    /** Takes the oldest item that will do; waits until there is one. */
    suspend fun <T : Any> take(store: Store<T>, filter: (T) -> Boolean = { true }): T {
        var taken: T? = null
        store.take(sim, here(), Predicate { filter(it) }, Consumer { taken = it })
        await()
        return checkNotNull(taken)
    }

    /** Puts an item; waits until there is room. */
    suspend fun <T : Any> put(store: Store<T>, item: T) {
        store.put(sim, here(), item)
        await()
    }

    /** The text of what moves. */
    override fun toString(): String = name.toString()

    private fun here(): Cursor<Process> = cursor ?: error("$name waits: a word of a process is called from within it only")

    private suspend fun await() = suspendCoroutineUninterceptedOrReturn<Unit> {
        next = it
        COROUTINE_SUSPENDED
    }

    internal fun begin(body: suspend Process.() -> Unit) {
        next = body.createCoroutineUnintercepted(this, object : Continuation<Unit> {
            override val context = EmptyCoroutineContext

            override fun resumeWith(result: Result<Unit>) {
                hasEnded = true
                failure = result.exceptionOrNull()
            }
        })
        STEPS.launch(sim, this)
    }

    /** Goes on to the next word that waits, in a step of the flow below. */
    private fun goOn(run: Simulation, here: Cursor<Process>) {
        val waiting = checkNotNull(next)
        next = null
        cursor = here
        delayNanos = NONE
        waiting.resume(Unit)
        cursor = null
        failure?.let { throw it }
        if (hasEnded || delayNanos != NONE) {
            here.proceed(run)
        }
    }

    /** The end of the patience of the process in a queue, used again. */
    private inner class Patience : Event {
        private var handle = 0L
        private var gaveUp = false
        private var queue: Resource? = null
        private var waiting: Cursor<Process>? = null

        fun begin(resource: Resource, nanos: Long) {
            gaveUp = false
            queue = resource
            waiting = here()
            handle = if (nanos <= Long.MAX_VALUE - sim.now()) sim.schedule(nanos, this) else 0
        }

        fun end(): Boolean {
            sim.cancel(handle)
            return !gaveUp
        }

        override fun fire(run: Simulation) {
            val here = checkNotNull(waiting)
            gaveUp = checkNotNull(queue).leave(run, here)
            if (gaveUp) {
                here.proceed(run)
            }
        }

        override fun toString(): String = "the end of the patience of $name"
    }

    private companion object {
        /** No delay was asked for. */
        const val NONE = -1L

        /** What is rounded to 0 ns does not count as negative. */
        const val LEAST_SECONDS = -0.5e-9

        /** Length from which a delay ends beyond the end of the clock, whatever the time is. */
        const val CLOCK_SECONDS = 9223372036.854775808

        /** A process is a flow: a step that lets its code go on, and a delay if the code asked for one, again and again. */
        val STEPS: Flow<Process> = Flow.of<Process>()
            .mark("code")
            .then { sim, process, here -> process.goOn(sim, here) }
            .leaveIf { it.hasEnded }
            .goBackTo("code") { it.delayNanos == NONE }
            .delay { process -> process.delayNanos }
            .goBackTo("code") { true }
            .build()
    }
}
