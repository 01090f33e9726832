package io.yuanqing.center.packets.block;

import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.packets.block.Part.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a block's packets have in common. */
record Header(List<String> remotes, List<String> origins, List<Part> parts) {

    void write(Bytes to) {
        Bytes texts = new Bytes();
        texts.number(remotes.size());
        remotes.forEach(texts::text);
        texts.number(origins.size());
        origins.forEach(texts::text);
        texts.number(parts.size());
        parts.forEach(part -> part.write(texts));
        to.number(texts.length());
        to.text(Texts.deflate(texts.array(), texts.length()));
    }

    static Header read(Cursor from, byte[] content) {
        long length = from.number();
        int deflated = from.count();
        Cursor texts = new Cursor(Texts.inflate(content, from.skip(deflated), deflated, length), 0);
        List<String> remotes = strings(texts);
        List<String> origins = strings(texts);
        int count = texts.count();
        List<Part> parts = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            parts.add(Part.read(texts));
        }
        return new Header(remotes, origins, parts);
    }

    private static List<String> strings(Cursor from) {
        int count = from.count();
        List<String> strings = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            strings.add(from.string());
        }
        return strings;
    }

    Part.Run run(int part) {
        return new Part.Run(parts.get(part), remotes.size(), origins.size());
    }

    /** Decodes a part's packets. */
    void packets(int index, BitCoder coder, String mn, long[] positions, List<StoredPacket> into) {
        Part part = parts.get(index);
        Part.Run run = run(index);
        Calendar calendar = new Calendar();
        Bytes segment = new Bytes();
        Bytes frame = new Bytes();
        List<Origin> known = origins.stream().map(Origin::valueOf).toList();
        int whole = 0;
        Row row = new Row();
        for (long position : positions) {
            run.code(coder, row);
            byte[] bytes;
            if (row.shape == part.shapes().size()) {
                bytes = part.whole().get(whole++);
            } else {
                segment.clear();
                frame.clear();
                part.shapes().get(row.shape).write(row.values, calendar, segment);
                Envelope.values()[row.envelope].around(segment.array(), 0, segment.length(), frame);
                bytes = frame.copy();
            }
            into.add(new StoredPacket(
                    position,
                    Micros.instant(row.receivedAt),
                    mn,
                    part.st(),
                    part.cn(),
                    dataTime(row, part),
                    known.get(row.origin),
                    remotes.get(row.remote),
                    bytes));
        }
    }

    private static @Nullable Instant dataTime(Row row, Part part) {
        return switch (row.kind) {
            case NONE -> null;
            case OTHER -> Micros.instant(row.dataTime);
            case OF_FRAME ->
                Micros.instant(Micros.ofChina(
                        row.values.numbers[part.shapes().get(row.shape).dataTime()]));
        };
    }
}
