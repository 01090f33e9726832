package io.yuanqing.benchmark.ingest;

import io.yuanqing.hj212.Encoder;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Days that are over, as a file for {@code demo --seed}: some loggers on all days, the other ones of a city on one of them,
 * each with a 2011 of ten factors every 30 seconds and a 2061 every hour. Each factor goes its way slowly around its mean and
 * is written with as many decimals as analyzers write; a value that stood still would be smaller, so this is the harder case.
 */
final class ClosedDays {

    static final int INTERVAL_SECONDS = 30;
    static final int PACKETS_A_DAY = 86_400 / INTERVAL_SECONDS;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int HOUR = 3_600;
    private static final long END_MARK = -1;

    private record Factor(String code, double mean, double spread, int decimals) {}

    private static final List<Factor> FACTORS = List.of(
            new Factor("w00000", 41, 6, 2),
            new Factor("w01001", 7.3, 0.2, 2),
            new Factor("w01010", 21, 1.5, 1),
            new Factor("w01018", 38, 9, 1),
            new Factor("w01019", 9, 2, 2),
            new Factor("w20117", 0.012, 0.003, 4),
            new Factor("w20122", 0.05, 0.01, 3),
            new Factor("w21001", 11, 2, 2),
            new Factor("w21003", 2.4, 0.8, 3),
            new Factor("w21011", 0.31, 0.06, 3));

    private final LocalDate first;
    private final int days;
    private final LocalDate cityDay;
    private final int throughout;
    private final int city;
    private final Random random;
    private long packets;
    private long values;

    /**
     * @param first of the days; the city's is the middle one
     * @param throughout loggers that send on all days, {@code SERIES000000} and so on
     * @param city loggers that send on one day, {@code CITY000000} and so on
     */
    ClosedDays(LocalDate first, int days, int throughout, int city, long seed) {
        this.first = first;
        this.days = days;
        this.cityDay = first.plusDays(days / 2);
        this.throughout = throughout;
        this.city = city;
        this.random = new Random(seed);
    }

    LocalDate cityDay() {
        return cityDay;
    }

    LocalDate end() {
        return first.plusDays(days);
    }

    long packets() {
        return packets;
    }

    long values() {
        return values;
    }

    private record Delivery(long receivedAt, byte[] frame) {}

    /** Writes them and one packet of the day after: the newest packet's day is never closed. */
    void write(Path file) throws IOException {
        List<Device> series = devices("SERIES", throughout);
        List<Device> others = devices("CITY", city);
        long expected = (long) PACKETS_A_DAY * (days * throughout + city);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.write("YQHIST01".getBytes(StandardCharsets.US_ASCII));
            out.writeLong(instant(first).toEpochMilli());
            out.writeLong(instant(end()).plusSeconds(HOUR).toEpochMilli());
            out.writeLong(expected);
            for (LocalDate day = first; day.isBefore(end()); day = day.plusDays(1)) {
                for (long second = 0; second < 86_400; second += INTERVAL_SECONDS) {
                    Instant time = instant(day).plusSeconds(second);
                    List<Delivery> now = new ArrayList<>();
                    for (Device device : series) {
                        device.deliver(time, now);
                    }
                    if (day.equals(cityDay)) {
                        for (Device device : others) {
                            device.deliver(time, now);
                        }
                    }
                    now.sort(Comparator.comparingLong(Delivery::receivedAt));
                    for (Delivery delivery : now) {
                        write(out, delivery);
                    }
                }
            }
            List<Delivery> last = new ArrayList<>();
            series.get(0).deliver(instant(end()).plusSeconds(INTERVAL_SECONDS), last);
            write(out, last.get(0));
            out.writeLong(END_MARK);
            out.writeInt(0);
            out.writeLong(packets);
        }
    }

    private void write(DataOutputStream out, Delivery delivery) throws IOException {
        out.writeLong(delivery.receivedAt);
        out.writeInt(delivery.frame.length);
        out.write(delivery.frame);
        packets++;
    }

    private List<Device> devices(String prefix, int count) {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new Device("%s%06d".formatted(prefix, i)));
        }
        return devices;
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private final class Device {

        private final String mn;
        private final int lateness = 200 + random.nextInt(20_000);
        private final double[] away = new double[FACTORS.size()];

        private Device(String mn) {
            this.mn = mn;
        }

        private void deliver(Instant time, List<Delivery> into) {
            StringBuilder now = new StringBuilder();
            StringBuilder hour = new StringBuilder();
            for (int i = 0; i < away.length; i++) {
                Factor factor = FACTORS.get(i);
                away[i] = 0.98 * away[i] + 0.2 * random.nextGaussian();
                double value = Math.max(0, factor.mean + factor.spread * away[i]);
                String code = ";" + factor.code;
                now.append(code).append("-Rtd=").append(text(factor, value)).append(flag(factor));
                hour.append(code).append("-Cou=").append(text(factor, value * 3.6));
                hour.append(',').append(factor.code).append("-Min=").append(text(factor, value * 0.9));
                hour.append(',').append(factor.code).append("-Avg=").append(text(factor, value));
                hour.append(',').append(factor.code).append("-Max=").append(text(factor, value * 1.1));
                hour.append(flag(factor));
            }
            into.add(new Delivery(receipt(time), frame("2011", time, now)));
            values += FACTORS.size();
            if (time.getEpochSecond() % HOUR == 0) {
                into.add(new Delivery(receipt(time), frame("2061", time.minusSeconds(HOUR), hour)));
                values += 4L * FACTORS.size();
            }
        }

        private long receipt(Instant time) {
            return time.toEpochMilli() + lateness + random.nextInt(1_500);
        }

        private String flag(Factor factor) {
            return "," + factor.code + "-Flag=" + (random.nextInt(200) == 0 ? "D" : "N");
        }

        private byte[] frame(String cn, Instant time, StringBuilder items) {
            String stamp = SECONDS.format(time.atZone(ZONE));
            return Encoder.frame("QN=" + stamp + String.format(Locale.ROOT, "%03d", random.nextInt(1_000))
                    + ";ST=32;CN=" + cn + ";PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + stamp + items + "&&");
        }
    }

    private static String text(Factor factor, double value) {
        return String.format(Locale.ROOT, "%." + factor.decimals + "f", value);
    }
}
