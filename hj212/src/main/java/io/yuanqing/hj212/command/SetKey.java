package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 1014 downwards (2025, clause 6.4.3): a new key. [GAP] whether NewSK travels under the present key.
 *
 * @param keyCreated when the new key was made, to the millisecond
 * @param newKey 16 characters
 */
public record SetKey(
        @Nullable LocalDateTime keyCreated, @Nullable String newKey) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetKey of(Packet packet) {
        return read(new CpReader(packet), Command.SET_KEY);
    }

    static SetKey read(CpReader cp, Command command) {
        return new SetKey(cp.time(CpField.SK_CREATE_TIME), cp.text(CpField.NEW_SK));
    }

    @Override
    public Command command() {
        return Command.SET_KEY;
    }

    private static @Nullable String sixteen(@Nullable String key) {
        if (key != null && key.length() != 16) {
            throw new IllegalArgumentException("NewSK has " + key.length() + " characters; an SM4 key has 16");
        }
        return key;
    }

    /** Without the key: logs and messages shall not show it. */
    @Override
    public String toString() {
        return "SetKey[keyCreated=" + keyCreated + "]";
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.SK_CREATE_TIME, keyCreated)
                .with()
                .put(CpField.NEW_SK, sixteen(newKey))
                .toString();
    }
}
