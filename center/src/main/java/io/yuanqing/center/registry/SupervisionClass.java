package io.yuanqing.center.registry;

/** How closely an enterprise is supervised. */
public enum SupervisionClass {
    /** On the list of key polluting enterprises (重点排污单位). */
    KEY,
    /** Any other (一般排污单位). */
    GENERAL
}
