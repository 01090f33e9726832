package io.yuanqing.center.registry;

/**
 * A class of the national classification of industries.
 *
 * @param code GB/T 4754-2017, 2 to 4 digits
 */
public record Industry(String code, String name) {}
