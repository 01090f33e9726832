package io.yuanqing.center.registry;

/**
 * What people call a point, where it belongs or what is assessed at it changed; nothing that is derived of its packets did.
 * Published inside the transaction that makes the change.
 */
public record PointDescribed(long pointId) {}
