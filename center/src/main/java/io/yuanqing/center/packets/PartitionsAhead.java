package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.store.ExclusiveSession;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Makes the partitions of the days to come, so that no packet has to wait for one at midnight, and a database that no
 * longer takes new tables is noticed days before. What is missing nevertheless is made by the append that needs it.
 */
@Component
class PartitionsAhead {

    private final ExclusiveSession session;
    private final DayPackets packets;
    private final Clock clock;
    private final int days;
    private final LogPartitions partitions = new LogPartitions();

    PartitionsAhead(ExclusiveSession session, DayPackets packets, Clock clock, PacketsSettings settings) {
        this.session = session;
        this.packets = packets;
        this.clock = clock;
        this.days = settings.partitionsAhead();
    }

    /** Packets' partitions until so many days ahead, and the keys' of the months that these days lie in. */
    synchronized void make() {
        LocalDate today = today();
        try {
            // The session of the log's writer: one at a time, so the two never make the same table.
            session.inTransaction(connection -> {
                for (int ahead = 0; ahead <= days; ahead++) {
                    partitions.require(connection, today.plusDays(ahead));
                    partitions.requireKeys(connection, today.plusDays(ahead));
                }
                return true;
            });
            partitions.committed();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("partitions ahead cannot be made: " + e.getMessage(), e);
        } finally {
            partitions.forget();
        }
    }

    /** For how many days after today the partitions are there without a gap; -1: not even today's is. */
    int ahead() {
        Set<LocalDate> made = new HashSet<>(packets.partitions());
        LocalDate today = today();
        int ahead = -1;
        while (made.contains(today.plusDays(ahead + 1))) {
            ahead++;
        }
        return ahead;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
    }
}
