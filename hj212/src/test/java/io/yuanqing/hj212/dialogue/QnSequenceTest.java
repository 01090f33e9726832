package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A QN that two requests share would mix their answers up (HJ 212-2017 table 3, clause 6.4). */
class QnSequenceTest {

    private static final Clock STANDS_STILL = Clock.fixed(Instant.parse("2016-08-01T00:58:57.999Z"), ZoneOffset.UTC);

    @Test
    void theQnIsTheMomentInChinaWhateverTheClocksZone() {
        assertThat(new QnSequence(STANDS_STILL).next()).isEqualTo("20160801085857999");
        assertThat(new QnSequence(STANDS_STILL.withZone(ZoneId.of("America/New_York"))).next())
                .isEqualTo("20160801085857999");
    }

    @Test
    void aClockThatStandsStillStillGivesGreaterNumbersThatAreTimes() {
        QnSequence qns = new QnSequence(STANDS_STILL);
        qns.next();
        assertThat(qns.next()).as("no millisecond 1000").isEqualTo("20160801085858000");
        assertThat(qns.next()).isEqualTo("20160801085858001");
        assertThat(qns.last()).isEqualTo("20160801085858001");
    }

    @Test
    void afterARestartNoNumberComesAgainAlthoughTheClockWasSetBack() {
        assertThat(new QnSequence(STANDS_STILL, "20251231235959999").next()).isEqualTo("20260101000000000");
        assertThat(new QnSequence(STANDS_STILL, "20151231235959999").next())
                .as("an old one does not hold the clock back")
                .isEqualTo("20160801085857999");
    }

    @Test
    void noLastNumberBeforeTheFirst() {
        assertThat(new QnSequence(STANDS_STILL).last()).isNull();
    }

    @Test
    void aLastNumberThatIsNoneIsRefusedByName() {
        for (String wrong :
                List.of("", "2016080108585799", "20161301085857999", "2016080108585799x", "+0160801085857999")) {
            assertThatThrownBy(() -> new QnSequence(STANDS_STILL, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + wrong + "'");
        }
    }

    @Test
    void manyThreadsNeverGetTheSameNumberAndEachSeesThemGrow() throws Exception {
        QnSequence qns = new QnSequence(STANDS_STILL);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<List<String>> run = () -> {
                    List<String> mine = new ArrayList<>();
                    for (int n = 0; n < 2_000; n++) {
                        mine.add(qns.next());
                    }
                    return mine;
                };
                runs.add(threads.submit(run));
            }
            Set<String> all = new HashSet<>();
            for (Future<List<String>> run : runs) {
                assertThat(run.get()).isSorted();
                all.addAll(run.get());
            }
            assertThat(all).hasSize(16_000);
        } finally {
            threads.shutdown();
        }
    }
}
