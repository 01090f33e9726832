package io.yuanqing.benchmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.benchmark.ingest.IngestFigures.Step;
import io.yuanqing.benchmark.ingest.IngestFigures.Throughput;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestTableTest {

    @Test
    void anAimIsMetByItsOwnFigure() {
        assertThat(verdicts(15_000, 30_000, 299, 40 * 1024, 1.2))
                .containsOnly("met")
                .hasSize(6);
        assertThat(verdicts(14_999, 29_000, 299, 40 * 1024, 1.2))
                .filteredOn("missed"::equals)
                .hasSize(2);
        assertThat(verdicts(15_000, 30_001, 299, 40 * 1024, 1.2))
                .filteredOn("missed"::equals)
                .hasSize(2);
        assertThat(verdicts(15_000, 30_000, 300, 40 * 1024, 1.2))
                .filteredOn("missed"::equals)
                .hasSize(2);
        assertThat(verdicts(15_000, 30_000, 299, 40 * 1024 + 1, 1.2))
                .filteredOn("missed"::equals)
                .hasSize(1);
        assertThat(verdicts(15_000, 30_000, 299, 40 * 1024, 1.21))
                .filteredOn("missed"::equals)
                .hasSize(1);
    }

    /** Others took half of the machine, so alone it would have been twice as fast. */
    @Test
    void othersShareOfTheProcessorsIsTakenOut() {
        int all = 10 * Runtime.getRuntime().availableProcessors();
        Processors.Use use = new Processors.Use(10, all / 4.0, all / 8.0, all / 8.0, all / 2.0);
        assertThat(use.alone(5_000)).isEqualTo(10_000);
        assertThat(use.own()).isEqualTo(all / 2.0);
    }

    private static List<String> verdicts(double rate, double copy, int p99, double connection, double growth) {
        Throughput throughput = new Throughput(200, measured(rate, 1_000, 1), measured(rate / 2, p99, 1));
        List<Step> steps = List.of(new Step(1, measured(10, 1, 1)), new Step(2, measured(10, 1, growth)));
        IngestFigures figures =
                new IngestFigures(throughput, throughput, connection, connection, steps, 2, 500, 100, 100, copy, copy);
        return IngestTable.of(figures)
                .lines()
                .filter(line -> line.endsWith("met") || line.endsWith("missed"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    /** All answers within the same tenth of a millisecond. */
    private static Load.Measured measured(double rate, int milliseconds, double cost) {
        Latencies latencies = new Latencies();
        latencies.add(milliseconds * 1_000_000L - 1);
        Processors.Use use = new Processors.Use(10, 4 * cost, 4 * cost, 2, 0);
        return new Load.Measured(rate, latencies, use);
    }
}
