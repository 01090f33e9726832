package io.yuanqing.center.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Missing data that are asked for again, of points with {@code autoCommands}: hours, then days, then minutes, one small
 * request after the other.
 *
 * @param back how far back gaps are looked for; 0: none are
 * @param dueAfter how long after the end of a period its data may still come by themselves
 * @param afterConnection how long a logger that has connected is left alone, so that its live data go first
 * @param every how often connected loggers are looked at again
 * @param pause between two requests to one logger
 * @param loggersAtOnce loggers that are asked at the same time
 */
@ConfigurationProperties("yuanqing.access.history")
record HistorySettings(
        @DefaultValue("3d") Duration back,
        @DefaultValue("2h") Duration dueAfter,
        @DefaultValue("1m") Duration afterConnection,
        @DefaultValue("1h") Duration every,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("20") int loggersAtOnce) {}
