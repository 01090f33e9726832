package io.yuanqing.center.packets;

import java.time.LocalDate;

/**
 * A run of one day's packets that is kept as blocks, one for each MN.
 *
 * @param first position; other days' packets may lie between it and {@code last}
 */
record Segment(long number, LocalDate day, long first, long last, int packets, long frameBytes) {}
