package io.yuanqing.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH: one thread, in JVMs of their own, with the allocation counted. */
public final class Measuring {

    private Measuring() {}

    /**
     * The benchmarks in a class's package, by the names of their methods.
     *
     * @param quick some seconds for each, for a first impression; otherwise half a minute
     */
    public static Map<String, Measured> packagesOf(Class<?> type, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(type.getPackageName()) + "\\.")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(1)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xms512m", "-Xmx512m")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.seconds(quick ? 1 : 2));
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, Measured> measured = new TreeMap<>();
        for (RunResult result : results) {
            Result<?> rate = result.getPrimaryResult();
            Result<?> allocated = Objects.requireNonNull(
                    result.getSecondaryResults().get("gc.alloc.rate.norm"), "JMH's gc profiler gave no figure");
            measured.put(rate.getLabel(), new Measured(rate.getScore(), rate.getScoreError(), allocated.getScore()));
        }
        return measured;
    }
}
