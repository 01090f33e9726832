package io.yuanqing.benchmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aShareOfTheAnswersCameWithin() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 50; i++) {
            latencies.add(i * 1_000_000L - 1);
        }
        Latencies slower = new Latencies();
        for (int i = 51; i <= 100; i++) {
            slower.add(i * 1_000_000L - 1);
        }
        latencies.add(slower);
        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.milliseconds(0.5)).isEqualTo(50);
        assertThat(latencies.milliseconds(0.99)).isEqualTo(99);
        assertThat(latencies.milliseconds(1)).isEqualTo(100);
    }

    @Test
    void withoutAnswersThereIsNoFigure() {
        assertThat(new Latencies().milliseconds(0.99)).isNaN();
    }
}
