package io.yuanqing.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.simulator.city.City;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant UNTIL = Instant.parse("2026-11-10T03:17:00Z");

    private record Record(long receivedAt, byte[] frame) {}

    @TempDir
    Path folder;

    @Test
    void theSameMomentGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        History history = new History(new City(City.sample().points().subList(0, 20)), 5);
        history.write(one, UNTIL, Duration.ofDays(3), Duration.ofDays(1));
        history.write(other, UNTIL, Duration.ofDays(3), Duration.ofDays(1));
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void packetsComeInTheOrderOfTheirReceiptWithLateOnesAndRepetitions() throws IOException {
        List<Record> records = read(new History(City.sample(), 5));
        assertThat(records).isSortedAccordingTo((a, b) -> Long.compare(a.receivedAt, b.receivedAt));
        assertThat(records.get(records.size() - 1).receivedAt).isLessThan(UNTIL.toEpochMilli());
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        int backfilled = 0;
        for (Record record : records) {
            Packet packet = Objects.requireNonNull(Decoder.decode(record.frame).packet());
            if (!seen.add(packet.mn() + packet.cn() + packet.pno() + packet.dataTime())) {
                repeated++;
            }
            if (packet.backfilled()) {
                backfilled++;
            }
            assertThat(packet.cn()).isIn("2051", "2061", "2031");
        }
        assertThat(repeated).isBetween(1, records.size() / 50);
        assertThat(backfilled).isBetween(1, records.size() / 10);
    }

    private List<Record> read(History history) throws IOException {
        Path file = folder.resolve("history");
        long written = history.write(file, UNTIL, Duration.ofDays(2), Duration.ofHours(4));
        List<Record> records = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            assertThat(new String(in.readNBytes(8), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("YQHIST01");
            assertThat(in.readLong()).isLessThan(UNTIL.toEpochMilli());
            assertThat(in.readLong()).isEqualTo(UNTIL.toEpochMilli());
            assertThat((double) in.readLong()).isCloseTo(written, withinPercentage(5));
            for (long at = in.readLong(); at != -1; at = in.readLong()) {
                records.add(new Record(at, in.readNBytes(in.readInt())));
            }
            assertThat(in.readInt()).isZero();
            assertThat(in.readLong()).isEqualTo(written).isEqualTo(records.size());
        }
        return records;
    }
}
