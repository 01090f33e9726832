package io.yuanqing.benchmark.ingest;

import java.util.List;

/**
 * All that one run measured.
 *
 * @param residentPerConnection bytes in memory that an idle connection costs the server
 * @param heapPerConnection bytes of living objects of the same
 * @param stored packets in the log at the end
 * @param rowBytes per packet, the log's rows on disk
 * @param indexBytes per packet, the log's indexes on disk
 * @param keyBytes per packet, the keys that recognise duplicates, with their index
 * @param copy rows per second of a plain COPY
 * @param copyIndexed the same into a table with the log's indexes
 */
record IngestFigures(
        Throughput few,
        Throughput many,
        double residentPerConnection,
        double heapPerConnection,
        List<Step> growth,
        long stored,
        double rowBytes,
        double indexBytes,
        double keyBytes,
        double copy,
        double copyIndexed) {

    /** At full load, and at half of the rate that was reached there. */
    record Throughput(int connections, Load.Measured full, Load.Measured half) {}

    /**
     * The log has grown to so many packets.
     *
     * @param stored packets in the log after the step
     */
    record Step(long stored, Load.Measured measured) {

        /** Processor time of server and database for one packet. */
        double microseconds() {
            Processors.Use use = measured.processors();
            return (use.server() + use.postgres()) / (measured.packetsPerSecond() * use.elapsed()) * 1e6;
        }
    }
}
