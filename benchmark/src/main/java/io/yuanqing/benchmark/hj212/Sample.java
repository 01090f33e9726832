package io.yuanqing.benchmark.hj212;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * A packet as a logger of a waste water outlet sends it, and what reading it must yield.
 *
 * @param sum of all numbers in its CP
 */
record Sample(Packet packet, byte[] frame, double sum) {

    /** So many different packets take turns, so that the processor cannot learn one of them by heart. */
    static final int COUNT = 64;

    static final List<String> REALTIME = List.of("Rtd");
    static final List<String> HOUR = List.of("Min", "Avg", "Max", "Cou");

    private static final List<String> FACTORS =
            List.of("w00000", "w01001", "w01010", "w01018", "w01019", "w20117", "w20122", "w21001", "w21003", "w21011");

    /** CN 2011: ten factors, each {@code w01018-Rtd=20.5,w01018-Flag=N}. */
    static List<Sample> realtime() {
        return samples("2011", REALTIME);
    }

    /** CN 2061: ten factors, each with Min, Avg, Max, Cou and Flag. */
    static List<Sample> hours() {
        return samples("2061", HOUR);
    }

    private static List<Sample> samples(String cn, List<String> suffixes) {
        Random random = new Random(212);
        return java.util.stream.IntStream.range(0, COUNT)
                .mapToObj(i -> sample(cn, suffixes, i, random))
                .toList();
    }

    private static Sample sample(String cn, List<String> suffixes, int i, Random random) {
        StringBuilder cp = new StringBuilder("DataTime=20240601")
                .append("%02d".formatted(i % 24))
                .append("0000");
        double sum = 0;
        for (String factor : FACTORS) {
            cp.append(';');
            for (String suffix : suffixes) {
                // One to three digits and one to three decimals: what meters show.
                BigDecimal value = BigDecimal.valueOf(random.nextInt(100_000) + 1L, 1 + random.nextInt(3));
                sum += value.doubleValue();
                cp.append(factor)
                        .append('-')
                        .append(suffix)
                        .append('=')
                        .append(value.toPlainString())
                        .append(',');
            }
            cp.append(factor).append("-Flag=").append(random.nextInt(10) == 0 ? 'D' : 'N');
        }
        String mn = "010000A8900016F0001%05d".formatted(i);
        Packet packet =
                Packet.of("20240601%02d58570%02d".formatted(i % 24, i), "32", cn, "123456", mn, 5, cp.toString());
        return new Sample(packet, Encoder.frame(packet, Edition.E2017), sum);
    }
}
