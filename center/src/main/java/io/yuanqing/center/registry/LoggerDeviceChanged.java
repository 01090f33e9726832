package io.yuanqing.center.registry;

/**
 * What is on record of a logger has changed: its CRC policy or its keys. Published inside the transaction that makes the
 * change.
 *
 * @param mn normal form
 */
public record LoggerDeviceChanged(String mn) {}
