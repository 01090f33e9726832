package io.yuanqing.center.packets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Part;
import io.yuanqing.hj212.Problem;
import io.yuanqing.hj212.Proof;
import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame for people: every byte has its name, every fault its place.
 *
 * @param decrypted whether the CP is encrypted and a key on record opens it; what follows is then that of the plain text
 * @param plainBase64 the frame in plain text when it was decrypted
 * @param ok length and CRC fit, header and CP are readable
 * @param declaredLength as the frame says; null if it says none
 * @param actualLength bytes of the data segment
 * @param declaredCrc as the frame says; null if it says none
 * @param computedCrc over the data segment
 * @param parts in the order of the bytes, without gaps; offsets count bytes
 * @param readings factor by factor: numbers as numbers, null where there is none
 */
record ExplainedFrame(
        long id,
        String mn,
        Instant receivedAt,
        @Nullable Instant dataTime,
        String st,
        String cn,
        Origin origin,
        String remote,
        String raw,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rawBase64,
        boolean decrypted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String plainBase64,
        boolean ok,
        @Nullable String edition,
        @Nullable String declaredLength,
        int actualLength,
        @Nullable String declaredCrc,
        String computedCrc,
        List<Part> parts,
        List<Map<String, Object>> readings,
        List<Problem> problems) {

    static ExplainedFrame of(StoredPacket packet, LoggerDevices devices) {
        return of(
                packet.position(),
                packet.mn(),
                packet.st(),
                packet.cn(),
                packet.receivedAt(),
                packet.dataTime(),
                packet.origin(),
                packet.remote(),
                packet.frame(),
                devices);
    }

    static ExplainedFrame of(
            long id,
            String mn,
            String st,
            String cn,
            Instant receivedAt,
            @Nullable Instant dataTime,
            Origin origin,
            String remote,
            byte[] frame,
            LoggerDevices devices) {
        Decoded decoded = devices.decode(frame);
        Packet packet = decoded.packet();
        RawText raw = RawText.of(frame);
        Proof proof = decoded.proof();
        return new ExplainedFrame(
                id,
                mn,
                receivedAt,
                dataTime,
                st,
                cn,
                origin,
                remote,
                raw.text(),
                raw.base64(),
                decoded.openedBy() != null,
                decoded.openedBy() == null ? null : Base64.getEncoder().encodeToString(decoded.plain()),
                decoded.ok(),
                packet == null ? null : decoded.edition().year(),
                proof.declaredLength(),
                proof.actualLength(),
                proof.declaredCrc(),
                proof.computedCrc(),
                decoded.parts(),
                packet == null
                        ? List.of()
                        : packet.readings().stream().map(ExplainedFrame::json).toList(),
                decoded.problems());
    }

    /** Suffixes as field names ("ZsAvg" becomes zsAvg); times and flags stay text. */
    private static Map<String, Object> json(Reading reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("factor", reading.factor());
        reading.values().forEach((suffix, text) -> {
            String name = Character.toLowerCase(suffix.charAt(0)) + suffix.substring(1);
            BigDecimal number = suffix.endsWith("Flag") ? null : reading.number(suffix);
            fields.put(name, number == null ? text : number);
        });
        return fields;
    }
}
