package io.yuanqing.center.access;

import java.time.Instant;

/**
 * A logger that is talking to the centre.
 *
 * @param mn normal form
 * @param remote address and port
 * @param since when this connection first named the MN
 * @param lastFrameAt receipt of its last frame
 * @param frames intact frames on this connection
 * @param faults frames with errors on this connection (of any MN behind it)
 */
public record LoggerSession(String mn, String remote, Instant since, Instant lastFrameAt, long frames, long faults) {}
