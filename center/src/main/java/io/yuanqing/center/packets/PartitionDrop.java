package io.yuanqing.center.packets;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops a day's partition within the caller's transaction. While the drop waits for those who read the log, appends and
 * other readers wait behind it: so it waits for moments only, and tries again.
 */
@Component
class PartitionDrop {

    /** Lock not available, deadlock. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private static final int TRIES = 30;
    private static final String WAIT = "150ms";
    private static final long PAUSE_MILLISECONDS = 350;

    private final JdbcTemplate sql;
    private final TransactionTemplate nested;

    PartitionDrop(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Whether it was dropped; the caller's transaction can go on either way.
     *
     * @param last the highest position that the caller knows in it, 0: none; a partition that got further ones is left
     */
    boolean dropped(LocalDate day, long last) {
        String partition = "packet_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return Boolean.TRUE.equals(nested.execute(status -> droppedNow(partition, last)));
            } catch (DataAccessException e) {
                if (!busy(e)) {
                    throw e;
                }
                pause();
            }
        }
        return false;
    }

    private boolean droppedNow(String partition, long last) {
        sql.execute("set local lock_timeout = '" + WAIT + "'");
        // In the order in which readers and appends take them.
        sql.execute("lock table only packet in access exclusive mode");
        sql.execute("lock table " + partition + " in access exclusive mode");
        @Nullable Long newest = sql.queryForObject("select max(position) from " + partition, Long.class);
        if ((newest == null ? 0 : newest) != last) {
            return false;
        }
        sql.execute("drop table " + partition);
        return true;
    }

    private static boolean busy(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause && BUSY.contains(cause.getSQLState());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Stopped.check();
        }
    }
}
