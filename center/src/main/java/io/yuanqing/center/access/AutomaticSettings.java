package io.yuanqing.center.access;

import io.yuanqing.hj212.command.Command;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Commands that nobody asked for; they go only to points with {@code autoCommands}.
 *
 * @param initial what a logger is sent after it has connected (HJ 212-2017 6.7), in this order; by default clock, time-out,
 *     intervals, realtime and device status on. A command that its edition does not have is left out
 * @param initialWithin they are sent at a random moment within this time, so that a city that reconnects is not commanded at
 *     once
 * @param initialEvery a logger that reconnects again within this time is not sent them again
 * @param realtimeInterval set by SET_REALTIME_INTERVAL; the standard allows 30 s to 3600 s
 * @param clockAfterRequest whether a logger's 1013 is followed by SET_CLOCK
 */
@ConfigurationProperties("yuanqing.access.automatic")
record AutomaticSettings(
        @DefaultValue({
            "SET_CLOCK",
            "SET_TIMEOUT",
            "SET_REALTIME_INTERVAL",
            "SET_MINUTE_INTERVAL",
            "START_REALTIME",
            "START_DEVICE_STATUS"
        })
        List<Command> initial,

        @DefaultValue("30s") Duration initialWithin,
        @DefaultValue("1h") Duration initialEvery,
        @DefaultValue("60s") Duration realtimeInterval,
        @DefaultValue("true") boolean clockAfterRequest) {}
