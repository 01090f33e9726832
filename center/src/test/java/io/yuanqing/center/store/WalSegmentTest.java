package io.yuanqing.center.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A restore must know whether the lost server's log continues the backup: with a gap it would end early, unnoticed. */
class WalSegmentTest {

    private static final WalSegment BACKUP_END = new WalSegment(1, 7);

    @Test
    void theLostServersLogBeginsInOrBehindTheBackup() {
        assertThat(BACKUP_END.missingUpTo(segments(5, 9), Set.of())).isNull();
        assertThat(BACKUP_END.missingUpTo(segments(8, 9), Set.of())).isNull();
        assertThat(BACKUP_END.missingUpTo(segments(9, 12), Set.of())).isEqualTo(new WalSegment(1, 8));
        assertThat(BACKUP_END.missingUpTo(Set.of(), Set.of())).isEqualTo(new WalSegment(1, 8));
    }

    @Test
    void theArchiveFillsTheGapOrDoesNot() {
        assertThat(BACKUP_END.missingUpTo(segments(10, 12), segments(3, 9))).isNull();
        assertThat(BACKUP_END.missingUpTo(segments(10, 12), segments(3, 8))).isEqualTo(new WalSegment(1, 9));
        assertThat(BACKUP_END.missingUpTo(segments(10, 12), segments(9, 12))).isEqualTo(new WalSegment(1, 8));
    }

    /** A database that was restored goes on in a timeline of its own: its log does not continue this one. */
    @Test
    void anotherTimelineContinuesNothing() {
        assertThat(BACKUP_END.missingUpTo(Set.of(new WalSegment(2, 8)), Set.of()))
                .isEqualTo(new WalSegment(1, 8));
    }

    private static Set<WalSegment> segments(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> new WalSegment(1, number))
                .collect(Collectors.toSet());
    }
}
