package io.yuanqing.center.store;

import java.time.Instant;

/**
 * One thing that an operator must know of, as long as it lasts.
 *
 * @param subject what it is about, such as {@code disk} or a reader's name; kind and subject together are unique
 * @param since when it was raised
 * @param detail one sentence: the thing, its value, what the server does meanwhile
 */
public record OperationalAlarm(AlarmKind kind, String subject, Instant since, String detail) {}
