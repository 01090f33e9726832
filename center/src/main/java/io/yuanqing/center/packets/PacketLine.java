package io.yuanqing.center.packets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.yuanqing.center.registry.LoggerDevices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A packet in a list.
 *
 * @param id position in the log
 * @param raw the bytes as UTF-8, else as GB18030 text
 * @param rawBase64 the exact bytes when they are not plain ASCII
 * @param bytes length, terminator included
 * @param problems remarks of the decoder, warnings included
 */
record PacketLine(
        long id,
        Instant receivedAt,
        @Nullable Instant dataTime,
        String st,
        String cn,
        Origin origin,
        String raw,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rawBase64,
        int bytes,
        int problems) {

    static PacketLine of(StoredPacket packet, LoggerDevices devices) {
        RawText raw = RawText.of(packet.frame());
        return new PacketLine(
                packet.position(),
                packet.receivedAt(),
                packet.dataTime(),
                packet.st(),
                packet.cn(),
                packet.origin(),
                raw.text(),
                raw.base64(),
                packet.frame().length,
                devices.decode(packet.frame()).problems().size());
    }
}
