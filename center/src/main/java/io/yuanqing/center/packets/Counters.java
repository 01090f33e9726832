package io.yuanqing.center.packets;

/**
 * Frames since the data directory was made. Always {@code received = stored + duplicate + quarantined}; {@code
 * acknowledged} counts the answers handed to the network.
 */
public record Counters(
        long received, long stored, long duplicate, long quarantined, long acknowledged, long noiseBytes) {}
