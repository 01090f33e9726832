package io.yuanqing.center.packets;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the packet log.
 *
 * @param queueFrames frames that may wait for the next commit; when they are all taken, sockets are not read
 * @param queueSize bytes that may wait for the next commit
 * @param batchFrames frames that one transaction takes at most
 * @param quarantinePerAddressAndDay bytes that one address may put into quarantine on one day; what is more is counted
 *     but not kept, and its connection is closed
 * @param upkeepEvery pause between two rounds of upkeep; a day is sealed when nothing was added to it between two of them
 * @param partitionsAhead days after today for which partitions are made beforehand
 * @param retentionNotice how long before its packets are dropped a day is announced; a wrong clock must be noticed in it
 * @param recodeAfter how long after its end a day of receipt is recoded into compressed blocks, once it is sealed
 * @param segmentSize bytes of packets that are put into the blocks of one segment: what recoding, and reading the log by
 *     position, unpacks at a time. Larger ones compress better
 * @param unpackedSize memory for the segments that were unpacked last
 */
@ConfigurationProperties("yuanqing.packets")
record PacketsSettings(
        @DefaultValue("40000") int queueFrames,
        @DefaultValue("64MB") DataSize queueSize,
        @DefaultValue("5000") int batchFrames,
        @DefaultValue("10MB") DataSize quarantinePerAddressAndDay,
        @DefaultValue("5m") Duration upkeepEvery,
        @DefaultValue("7") int partitionsAhead,
        @DefaultValue("7d") Duration retentionNotice,
        @DefaultValue("24h") Duration recodeAfter,
        @DefaultValue("32MB") DataSize segmentSize,
        @DefaultValue("96MB") DataSize unpackedSize) {}
