package io.yuanqing.center.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the stream that browsers follow.
 *
 * @param streams streams at the same time; more are refused with 503
 * @param queue bytes that may wait for one slow browser; beyond, it is told to fetch anew and disconnected
 * @param tick shortest time between two events of one point
 * @param heartbeat time between two signs of life
 * @param lifetime after which a stream ends, so that the browser comes back and proves again who it is
 * @param stalled time without progress after which a browser that takes nothing is disconnected
 * @param changesKept how long it is on record when a point's state changed; the last change of each point stays
 * @param dayRenewed age after which the last 24 hours of the overview are counted anew
 */
@ConfigurationProperties("yuanqing.live")
record LiveSettings(
        @DefaultValue("500") int streams,
        @DefaultValue("2MB") DataSize queue,
        @DefaultValue("500ms") Duration tick,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1h") Duration lifetime,
        @DefaultValue("60s") Duration stalled,
        @DefaultValue("90d") Duration changesKept,
        @DefaultValue("5m") Duration dayRenewed) {}
