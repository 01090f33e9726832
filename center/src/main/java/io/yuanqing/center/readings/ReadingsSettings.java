package io.yuanqing.center.readings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the readings.
 *
 * @param batchPackets packets that the reader takes in one transaction at most
 * @param pause rest after a batch that reached the end of the log, so that packets gather to a worthwhile next one
 * @param poll how long the reader waits for a commit before it looks by itself
 * @param retry how long the reader waits after a failure, before it tries the same batch again
 * @param largestAnswer readings that one query returns at most; more are refused with advice
 * @param latestKept points whose last values the reader keeps in memory, so that it need not read back what it wrote
 * @param rowsAtOnce rows that a re-derivation holds in memory before it writes them
 */
@ConfigurationProperties("yuanqing.readings")
record ReadingsSettings(
        @DefaultValue("10000") int batchPackets,
        @DefaultValue("25ms") Duration pause,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("3s") Duration retry,
        @DefaultValue("500000") int largestAnswer,
        @DefaultValue("5000") int latestKept,
        @DefaultValue("20000") int rowsAtOnce) {}
