package org.bridgeconvoy.experiment.crew;

import java.util.function.IntFunction;

/**
 * Numbered jobs, from 0 on. Shared by all threads of a {@link Crew}.
 *
 * @param <R> what a job gives
 */
public interface Jobs<R> {

    /**
     * How many jobs there are.
     *
     * @return 0 or more
     */
    int count();

    /**
     * Where the share of a thread ends that begins with a job. Longer shares let a thread reuse more of what it has made; shorter ones
     * leave less waiting for the last thread.
     *
     * @param from first job of the share
     * @return the first job that is not in it, above {@code from}
     */
    default int shareEnd(int from) {
        return from + 1;
    }

    /**
     * What does jobs on one thread, which asks for it when it has its first job.
     *
     * @return from the number of a job to what it gives; new for each call
     */
    IntFunction<R> newWorker();

    /**
     * A job has ended. Called from the threads that work, one call at a time.
     *
     * @param done how many have ended, growing by one from call to call
     */
    void ended(int done);

    /**
     * Takes what jobs gave, in the order of their numbers, as soon as those before have been taken. Called from the threads that work,
     * one call at a time. An exception is the failure of that job.
     *
     * @param job number of the job
     * @param result what it gave
     */
    void take(int job, R result);

    /**
     * What to throw for a job that failed.
     *
     * @param job the lowest number of a job that failed
     * @param cause why
     * @return the exception
     */
    RuntimeException failure(int job, Throwable cause);
}
