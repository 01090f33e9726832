package io.yuanqing.benchmark.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.benchmark.Measured;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class Hj212BenchTest {

    /** Every benchmark has its line, and its name is one that the table asks for. */
    @Test
    void theTableHasALineForEachBenchmark() {
        Map<String, Measured> measured = measured();
        assertThat(Hj212Bench.table(measured).lines()).hasSize(1 + measured.size());
    }

    @Test
    void anAimIsMetByRateShareAndAllocation() {
        Map<String, Measured> measured = measured();
        measured.put("scan2011", new Measured(800_000, 1, 0));
        measured.put("decode2011", new Measured(400_000, 1, 4096));
        assertThat(decode2011(measured)).contains("400,000", "50 %").endsWith("met");
        measured.put("decode2011", new Measured(399_999, 1, 4096));
        assertThat(decode2011(measured)).endsWith("missed");
        measured.put("decode2011", new Measured(400_000, 1, 4097));
        assertThat(decode2011(measured)).endsWith("missed");
        measured.put("decode2011", new Measured(400_000, 1, 4096));
        measured.put("scan2011", new Measured(900_000, 1, 0));
        assertThat(decode2011(measured)).endsWith("missed");
    }

    private static String decode2011(Map<String, Measured> measured) {
        return Hj212Bench.table(measured)
                .lines()
                .filter(line -> line.startsWith("decode 2011"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Measured> measured() {
        Map<String, Measured> measured = new HashMap<>();
        Stream.of(DecodeBenchmark.class, EncodeBenchmark.class, FramingBenchmark.class, CrcBenchmark.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .forEach(name -> measured.put(name, new Measured(1_000_000, 10, 100)));
        return measured;
    }
}
