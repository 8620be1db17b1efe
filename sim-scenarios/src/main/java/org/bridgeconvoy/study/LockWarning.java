package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.ReplicationResult;

/** The warning that replications have locked: nothing moves any more, and no pending event would change that. */
final class LockWarning {

    private LockWarning() {}

    /** The warning, with the first such replication; empty if none has locked. */
    static Optional<String> of(LocalDate start, List<ReplicationResult> replications) {
        List<ReplicationResult> locked =
                replications.stream().filter(r -> r.lock() != null).toList();
        return locked.stream().findFirst().map(first -> text(start, first, locked.size(), replications.size()));
    }

    private static String text(LocalDate start, ReplicationResult first, int locked, int all) {
        Lock lock = first.lock();
        if (lock == null) {
            return "";
        }
        String since = start.atStartOfDay()
                .plusNanos(lock.sinceNanos())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ');
        return locked + " of " + all + (all == 1 ? " replication" : " replications") + " locked, so nothing moves any"
                + " more and nothing to come changes that: replication " + first.replication() + " since " + since
                + ", "
                + lock.waitingFor() + "; change what they wait for, or end the run before";
    }
}
