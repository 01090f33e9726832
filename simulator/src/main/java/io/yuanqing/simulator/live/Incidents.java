package io.yuanqing.simulator.live;

import io.yuanqing.simulator.nature.Episode;
import io.yuanqing.simulator.nature.PointModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of what was done to the data, one JSON line each: {@code {mn, kind, factor, from, to, note}}; an empty
 * factor means all. It is the answer key for whoever looks for falsified stretches, and begins anew with each start.
 */
public final class Incidents implements AutoCloseable {

    private static final long PAST_MINUTES = 31 * 1440;

    private final @Nullable Writer out;
    private long recordedUntil = Long.MIN_VALUE;

    private Incidents(@Nullable Writer out) {
        this.out = out;
    }

    public static Incidents none() {
        return new Incidents(null);
    }

    /** @throws IOException when the file cannot be written */
    public static Incidents to(Path file) throws IOException {
        return new Incidents(Files.newBufferedWriter(file));
    }

    /** Adds the episodes that have begun since the last call; the first call adds those of the past month. */
    synchronized void begun(List<PointModel> models, long second) {
        if (out == null) {
            return;
        }
        long until = second / 60 + 1;
        long from = recordedUntil == Long.MIN_VALUE ? until - PAST_MINUTES : recordedUntil;
        recordedUntil = until;
        for (PointModel model : models) {
            for (Episode episode : model.episodes(from, until)) {
                if (episode.fromMinute() >= from) {
                    write(
                            model.point().mn(),
                            episode.kind().name(),
                            episode.factor(),
                            episode.fromMinute() * 60,
                            episode.toMinute() * 60,
                            episode.kind().note());
                }
            }
        }
        flush();
    }

    /** Something that happened on the wire in one moment. */
    synchronized void happened(String mn, String kind, long second, String note) {
        if (out != null) {
            write(mn, kind, "", second, second, note);
            flush();
        }
    }

    private void write(String mn, String kind, String factor, long from, long to, String note) {
        Writer writer = out;
        if (writer == null) {
            return;
        }
        try {
            writer.write("{\"mn\":\"" + mn + "\",\"kind\":\"" + kind + "\",\"factor\":\"" + factor + "\",\"from\":\""
                    + iso(from) + "\",\"to\":\"" + iso(to) + "\",\"note\":\"" + note + "\"}\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the record of incidents cannot be written", e);
        }
    }

    private void flush() {
        Writer writer = out;
        if (writer == null) {
            return;
        }
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the record of incidents cannot be written", e);
        }
    }

    private static String iso(long second) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(8)));
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
