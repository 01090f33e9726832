package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.Verdict.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Writes frames that are no data, with bytes and reason, and samples of noise; bounded per address and day. */
final class Quarantine {

    private final long bytesPerAddressAndDay;
    private final BooleanSupplier spare;

    /** @param spare whether the disk is so full that frames and noise are only counted */
    Quarantine(long bytesPerAddressAndDay, BooleanSupplier spare) {
        this.bytesPerAddressAndDay = bytesPerAddressAndDay;
        this.spare = spare;
    }

    private record Source(LocalDate day, String remote) implements Comparable<Source> {

        static Source of(Waiting.Frame frame) {
            return new Source(
                    LocalDate.ofInstant(frame.arrival().receivedAt(), Center.CITY_ZONE),
                    frame.arrival().remote());
        }

        @Override
        public int compareTo(Source other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : remote.compareTo(other.remote);
        }
    }

    /** Returns the frames whose bytes were not kept: their address has no space left on that day, or the disk has none. */
    Set<Waiting.Frame> insert(Connection connection, List<Waiting.Frame> refused) throws SQLException {
        Set<Waiting.Frame> unkept = new HashSet<>();
        boolean countOnly = spare.getAsBoolean();
        Map<Source, List<Waiting.Frame>> bySource =
                refused.stream().collect(Collectors.groupingBy(Source::of, TreeMap::new, Collectors.toList()));
        for (Map.Entry<Source, List<Waiting.Frame>> source : bySource.entrySet()) {
            long used = volume(connection, source.getKey());
            long before = used;
            for (Waiting.Frame frame : source.getValue()) {
                if (countOnly || used + frame.size() > bytesPerAddressAndDay) {
                    unkept.add(frame);
                } else {
                    used += frame.size();
                    insert(connection, frame, (Refused) frame.verdict());
                }
            }
            addVolume(connection, source.getKey(), source.getValue().size(), used - before);
        }
        return unkept;
    }

    /** Returns how many bytes of noise the batch reports. */
    long insertNoise(Connection connection, List<Waiting> waiting) throws SQLException {
        long bytes = 0;
        for (Waiting one : waiting) {
            if (one instanceof Waiting.Sample sample) {
                Noise noise = sample.noise();
                bytes += noise.bytes();
                if (noise.sample().length > 0 && !spare.getAsBoolean()) {
                    insert(connection, noise);
                }
            }
        }
        return bytes;
    }

    private static long volume(Connection connection, Source source) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select bytes from quarantine_volume where day = ? and remote = ?")) {
            statement.setObject(1, source.day);
            statement.setString(2, source.remote);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static void addVolume(Connection connection, Source source, int frames, long bytes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into quarantine_volume as v (day, remote, frames, bytes) values (?, ?, ?, ?)
                on conflict (day, remote) do update
                set frames = v.frames + excluded.frames, bytes = v.bytes + excluded.bytes""")) {
            statement.setObject(1, source.day);
            statement.setString(2, source.remote);
            statement.setInt(3, frames);
            statement.setLong(4, bytes);
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, Waiting.Frame frame, Refused refused) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into quarantine (received_at, remote, mn, st, cn, reason, detail, frame)
                values (timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setLong(1, LogAppend.micros(frame.arrival().receivedAt()));
            statement.setString(2, frame.arrival().remote());
            statement.setString(3, refused.header().mn());
            statement.setString(4, refused.header().st());
            statement.setString(5, refused.header().cn());
            statement.setString(6, refused.reason().name());
            statement.setString(7, refused.detail().replace("\0", ""));
            statement.setBytes(8, frame.arrival().decoded().bytes());
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, Noise noise) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into noise (received_at, remote, bytes, sample)
                values (timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?, ?)""")) {
            statement.setLong(1, LogAppend.micros(noise.receivedAt()));
            statement.setString(2, noise.remote());
            statement.setLong(3, noise.bytes());
            statement.setBytes(4, noise.sample());
            statement.executeUpdate();
        }
    }
}
