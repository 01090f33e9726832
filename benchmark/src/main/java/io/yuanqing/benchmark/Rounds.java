package io.yuanqing.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures by the thread's own processor time, so that other programs on the machine do not count (they still slow down
 * memory and shared cores a little). The tasks take turns in short rounds: what disturbs one disturbs its neighbours as well,
 * and the ratio of two tasks within one round stays true. The garbage collector works in threads of its own and is not
 * counted; JMH's figures by the clock hold it.
 */
public final class Rounds {

    /** @param operations (packets) in one run of {@code work} */
    public record Task(String name, int operations, Runnable work) {}

    private static final int RUNS_BETWEEN_LOOKS = 4;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, Double> bytes = new LinkedHashMap<>();

    private Rounds() {}

    /** The first {@code warmUp} rounds are for the compiler. */
    public static Rounds of(List<Task> tasks, int warmUp, int rounds, int millisEach) {
        Rounds measured = new Rounds();
        for (Task task : tasks) {
            measured.rates.put(task.name(), new ArrayList<>());
        }
        for (int round = -warmUp; round < rounds; round++) {
            for (Task task : tasks) {
                measured.turn(task, millisEach * 1_000_000L, round >= 0);
            }
        }
        return measured;
    }

    private void turn(Task task, long nanos, boolean counts) {
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long began = THREADS.getCurrentThreadCpuTime();
        long took;
        long runs = 0;
        do {
            for (int i = 0; i < RUNS_BETWEEN_LOOKS; i++) {
                task.work().run();
            }
            runs += RUNS_BETWEEN_LOOKS;
            took = THREADS.getCurrentThreadCpuTime() - began;
        } while (took < nanos);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        if (counts) {
            double operations = (double) runs * task.operations();
            rates(task.name()).add(operations * 1e9 / took);
            bytes.put(task.name(), allocated / operations);
        }
    }

    /** Operations per second of processor time in the least disturbed round. */
    public double best(String name) {
        return Collections.max(rates(name));
    }

    public double median(String name) {
        return median(rates(name));
    }

    /** How fast {@code name} is beside {@code yardstick}: the median of the rounds' ratios. */
    public double share(String name, String yardstick) {
        List<Double> own = rates(name);
        List<Double> others = rates(yardstick);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i) / others.get(i));
        }
        return median(ratios);
    }

    /** Allocated per operation, in the last round. */
    public double bytes(String name) {
        return bytes.getOrDefault(name, Double.NaN);
    }

    private List<Double> rates(String name) {
        List<Double> measured = rates.get(name);
        if (measured == null) {
            throw new IllegalStateException("no task '" + name + "' ran; there are " + rates.keySet());
        }
        return measured;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
