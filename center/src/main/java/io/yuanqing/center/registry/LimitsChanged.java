package io.yuanqing.center.registry;

/** Other limits hold for a point, now or on other days. Published synchronously inside the transaction of the change. */
public record LimitsChanged(long pointId) {}
