package io.yuanqing.center.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A logger that is talking to the centre over a connection.
 *
 * @param mn normal form
 * @param remote address and port
 * @param since when this connection first named the MN
 * @param lastFrameAt receipt of its last frame
 * @param frames intact frames on this connection
 * @param faults frames with errors on this connection (of any MN behind it)
 * @param newest whether commands go here: no later connection has named the MN. An older one is closed after a while
 * @param framesPerSecond of the last minute or so
 * @param encrypted whether the connection is TLS
 * @param wrongPasswords frames whose PW is not the registered one
 * @param lastWrongPasswordAt null: none on this connection
 */
public record LoggerSession(
        String mn,
        String remote,
        Instant since,
        Instant lastFrameAt,
        long frames,
        long faults,
        boolean newest,
        double framesPerSecond,
        boolean encrypted,
        long wrongPasswords,
        @Nullable Instant lastWrongPasswordAt) {}
