package io.yuanqing.center.identity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of the audit trail are chained: SHA-256 over
 *
 * <pre>
 *   previous hash (32 bytes; none before the first entry)
 *   id (8 bytes) | time in microseconds since 1970 (8)
 *   actor | address | act | subject | before | after   each: length in bytes (4; -1 for null), then UTF-8
 * </pre>
 *
 * Lengths come first so that no two entries share an encoding.
 */
final class AuditChain {

    private AuditChain() {}

    static byte[] hash(byte[] previous, AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(entry.id());
            out.writeLong(entry.at().getEpochSecond() * 1_000_000 + entry.at().getNano() / 1_000);
            text(out, entry.actor());
            text(out, entry.address());
            text(out, entry.act());
            text(out, entry.subject());
            text(out, entry.before());
            text(out, entry.after());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digest.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
