package io.yuanqing.center.packets;

import java.time.LocalDate;

/**
 * How far a verification has come.
 *
 * @param seal the one at hand, of {@code seals}
 * @param packets read until here
 */
public record SealProgress(long seal, long seals, LocalDate day, long packets) {}
