package io.yuanqing.hj212;

/** One {@code name=value} of a CP, both trimmed, as written. A text without {@code =} is a name with an empty value. */
public record Field(String name, String value) {}
