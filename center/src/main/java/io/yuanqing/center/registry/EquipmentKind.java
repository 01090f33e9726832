package io.yuanqing.center.registry;

/** What stands at a monitoring point. */
public enum EquipmentKind {
    /** Measures factors (分析仪). */
    ANALYZER,
    /** Measures the flow (流量计). */
    FLOW_METER,
    /** Collects and sends (数采仪). */
    LOGGER,
    /** Takes and keeps samples (采样器). */
    SAMPLER,
    /** Anything else, such as a camera or a cooler. */
    OTHER
}
