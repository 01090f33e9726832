package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Part;
import io.yuanqing.hj212.Proof;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a frame of the quarantine as data after all: corrected, or as it is. It goes through the log like any arrival, with
 * the present time of receipt and origin READMITTED, and counts as one: received, and stored or duplicate. The frame in
 * quarantine stays there with its bytes and stays counted, so received = stored + duplicate + quarantined holds.
 */
@Component
class Readmitting {

    private static final Duration WAIT = Duration.ofSeconds(30);

    /** As if any DataTime were believed: how far ahead one may lie. */
    private static final Duration ANY = Duration.ofDays(365_000);

    private final PacketLog log;
    private final QuarantineReader quarantine;
    private final LoggerDevices devices;
    private final Retention retention;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    Readmitting(
            PacketLog log,
            QuarantineReader quarantine,
            LoggerDevices devices,
            Retention retention,
            AuditTrail trail,
            Caller caller,
            Clock clock) {
        this.log = log;
        this.quarantine = quarantine;
        this.devices = devices;
        this.retention = retention;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is changed or accepted.
     *
     * @param frame the corrected frame from {@code ##} on, or its data segment alone ({@code QN=} to {@code &&}); null: as
     *     it is
     * @param acceptCheck takes the data segment as it is, though length or CRC did not fit: it is framed anew
     * @param acceptDataTime takes the DataTime as it is, though it lies outside the accepted window
     * @param reason why, in words that an auditor understands
     */
    record Request(
            @Nullable String frame,
            @Nullable Boolean acceptCheck,
            @Nullable Boolean acceptDataTime,
            String reason) {}

    /**
     * Returns what came of it, once it is committed.
     *
     * @throws Refusal 404 when there is no such frame, 409 when it was readmitted before or is still no data
     */
    Readmission.Done readmit(long id, Request request) {
        if (request.reason() == null || request.reason().isBlank()) {
            throw Refusal.invalid("reason", "say why the frame is taken as data");
        }
        QuarantineReader.Row row =
                quarantine.find(id).orElseThrow(() -> Refusal.notFound("There is no quarantined frame " + id + "."));
        Readmission.Done before = row.readmission();
        if (before != null) {
            throw Refusal.conflict("Frame " + id + " was readmitted by '" + before.actor() + "' on "
                    + before.readmittedAt() + "; it can be taken once.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decoded decoded = devices.decode(bytes(row.frame(), request));
        Verdict verdict = Admission.judge(decoded, now, window(request, now));
        if (!(verdict instanceof Verdict.Admitted admitted)) {
            Verdict.Refused refused = (Verdict.Refused) verdict;
            throw Refusal.conflict("The frame is still no data: " + refused.reason() + ": " + refused.detail()
                    + " Correct it (frame), or accept what is wrong (acceptCheck, acceptDataTime).");
        }
        requireKeys(admitted, now);
        Arrival arrival = new Arrival(now, row.remote(), decoded, Origin.READMITTED);
        Readmission readmission = new Readmission(
                id, caller.name(), change(request), request.reason().strip());
        return await(row, log(arrival, admitted, readmission));
    }

    /** Keys of older data are gone by rule: whether it is a duplicate could no longer be told. */
    private void requireKeys(Verdict.Admitted admitted, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Center.CITY_ZONE);
        if (admitted.dataTime() != null
                && retention.lastDay(admitted.dataDay(), today).isBefore(today)) {
            throw Refusal.conflict("Its DataTime " + admitted.dataDay() + " is older than packets are kept (rule"
                    + " PACKETS_KEPT_YEARS). Correct the DataTime.");
        }
    }

    private CompletableFuture<Fate> log(Arrival arrival, Verdict.Admitted verdict, Readmission readmission) {
        try {
            return log.readmit(arrival, verdict, readmission);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("The server is stopping; nothing was changed.");
        }
    }

    private Readmission.Done await(QuarantineReader.Row row, CompletableFuture<Fate> fate) {
        try {
            fate.get(WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw Refusal.conflict("The packet log cannot be written at present. Frame " + row.id()
                    + " waits for it; look again before you repeat this.");
        }
        Readmission.Done done = quarantine
                .find(row.id())
                .map(QuarantineReader.Row::readmission)
                .orElseThrow(() -> Refusal.conflict(
                        "The database refused the frame; it stands in quarantine a second time, with the reason."));
        trail.record(
                "FRAME_READMITTED",
                "quarantine:" + row.id(),
                Map.of("reason", row.reason(), "detail", row.detail()),
                done);
        return done;
    }

    private DataTimeWindow window(Request request, Instant now) {
        return Boolean.TRUE.equals(request.acceptDataTime()) ? new DataTimeWindow(ANY, ANY) : log.window(now);
    }

    private static byte[] bytes(byte[] original, Request request) {
        String text = request.frame();
        if (text != null && !text.isBlank()) {
            String frame = text.strip();
            try {
                return frame.startsWith("##")
                        ? (frame + "\r\n").getBytes(StandardCharsets.UTF_8)
                        : Encoder.frame(frame);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("frame", String.valueOf(e.getMessage()));
            }
        }
        return Boolean.TRUE.equals(request.acceptCheck()) ? framedAnew(original) : original;
    }

    /** The data segment's bytes as they are, with the length and the CRC that fit. */
    private static byte[] framedAnew(byte[] frame) {
        Decoded decoded = Decoder.decode(frame);
        Proof proof = decoded.proof();
        int start = decoded.parts().stream()
                .filter(part -> part.kind() == Part.Kind.LENGTH)
                .mapToInt(Part::end)
                .findFirst()
                .orElse(2);
        int length = Math.min(proof.actualLength(), frame.length - start);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length + 12);
        bytes.writeBytes(String.format(Locale.ROOT, "##%04d", length).getBytes(StandardCharsets.US_ASCII));
        bytes.write(frame, start, length);
        bytes.writeBytes((proof.computedCrc() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static String change(Request request) {
        List<String> changes = new ArrayList<>();
        if (request.frame() != null && !request.frame().isBlank()) {
            changes.add("frame corrected");
        } else if (Boolean.TRUE.equals(request.acceptCheck())) {
            changes.add("length and CRC accepted");
        }
        if (Boolean.TRUE.equals(request.acceptDataTime())) {
            changes.add("DataTime accepted");
        }
        return changes.isEmpty() ? "as it was" : String.join(", ", changes);
    }
}
