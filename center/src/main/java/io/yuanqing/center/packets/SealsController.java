package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The seals say how much the whole city sends: they are shown to callers who see the whole city. */
@RestController
@RequestMapping("/api/store/seals")
@Tag(name = "packets")
class SealsController {

    private static final int MOST = 10_000;

    private final Seals seals;
    private final VerificationJob verification;
    private final PacketScope scope;

    SealsController(Seals seals, VerificationJob verification, PacketScope scope) {
        this.seals = seals;
        this.verification = verification;
        this.scope = scope;
    }

    /** A seal; digests in hexadecimal. */
    record SealView(
            long number,
            Seal.Kind kind,
            LocalDate day,
            long firstPosition,
            long lastPosition,
            long packets,
            String packetsDigest,
            String previous,
            String digest,
            Instant sealedAt) {

        static SealView of(Seal seal) {
            List<Positions.Run> runs = seal.positions().runs();
            return new SealView(
                    seal.number(),
                    seal.kind(),
                    seal.day(),
                    runs.isEmpty() ? 0 : runs.get(0).first(),
                    seal.positions().last(),
                    seal.packets(),
                    seal.packetsDigest(),
                    seal.previous(),
                    seal.digest(),
                    seal.sealedAt());
        }
    }

    @GetMapping
    @Operation(summary = "Seals over the days of the packet log, newest first; after = number goes on behind that one")
    List<SealView> list(
            @RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid("size", "'" + size + "' is no size of a list; it must be 1 to " + MOST);
        }
        scope.requireWholeCity("packet log");
        return seals.before(after, size).stream().map(SealView::of).toList();
    }

    @PostMapping("/verify")
    @Permit("packets.verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begins to compute all seals anew from the packets; GET tells how it goes")
    VerificationJob.Status verify() {
        scope.requireWholeCity("packet log");
        return verification.begin();
    }

    @GetMapping("/verify")
    @Permit("packets.verify")
    @Operation(summary = "How the last verification stands, with the first differences found")
    VerificationJob.Status verification() {
        scope.requireWholeCity("packet log");
        return verification.status();
    }
}
