package io.yuanqing.center.packets.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.hj212.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Old packets are evidence: whatever a logger sent, its block gives back the same bytes and times. */
class BlockCodecTest {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    BlockCodecTest() {
        System.out.println("BlockCodecTest seed " + seed);
    }

    @Test
    void realtimeDataOfTenFactorsTakeLessThanTwoBytesAValue() {
        List<StoredPacket> day = realtime(2_000, 10);
        BlockCodec.Block block = same(day);
        double bytes = (block.content().length + block.positions().length) / (2_000 * 10.0);
        System.out.println("bytes a value: " + bytes);
        assertThat(bytes).isLessThan(2);
    }

    /** Decoding a year of hour packets must not decode its realtime packets. */
    @Test
    void commandsAreReadApart() {
        List<StoredPacket> mixed = new ArrayList<>(realtime(50, 3));
        for (int i = 0; i < 50; i += 7) {
            StoredPacket one = mixed.get(i);
            mixed.set(
                    i,
                    new StoredPacket(
                            one.position(), one.receivedAt(), "MN", "32", "2061", null, Origin.SEED, "", frame(i, 3)));
        }
        BlockCodec.Block block = same(mixed);
        assertThat(BlockCodec.decode("MN", block, "2061"::equals))
                .hasSize(8)
                .allMatch(packet -> packet.cn().equals("2061") && packet.origin() == Origin.SEED);
        assertThat(BlockCodec.positions(block)).extracting(part -> part.length).containsExactly(8, 42);
    }

    @Test
    void anyBytesComeBack() {
        List<Supplier<byte[]>> kinds = List.of(
                () -> new byte[0],
                () -> noise(random.nextInt(10_240)),
                () -> Encoder.frame("QN=1;" + "x".repeat(random.nextInt(9_900))),
                () -> Encoder.frame("CP=&&" + HEX.repeat(random.nextInt(100)) + "&&"), // as encrypted ones look
                () -> "=;=;=,=&".repeat(random.nextInt(1_000)).getBytes(StandardCharsets.US_ASCII),
                () -> damaged(frame(random.nextInt(100), 4)),
                () -> lowerCase(frame(random.nextInt(100), 4)),
                () -> Arrays.copyOf(frame(7, 2), frame(7, 2).length - 2),
                () -> "##0000FFFF\r\n".getBytes(StandardCharsets.US_ASCII),
                () -> "##0000".getBytes(StandardCharsets.US_ASCII),
                () -> Encoder.frame(numbers()),
                () -> Encoder.frame("ST=32;CN=3020;CP=&&i11001-Info=//校准//&&"));
        for (int round = 0; round < 300; round++) {
            List<StoredPacket> packets = new ArrayList<>();
            long position = random.nextLong(1L << 40);
            int kindsUsed = 1 + random.nextInt(kinds.size());
            for (int i = 0, count = 1 + random.nextInt(40); i < count; i++) {
                position += 1 + random.nextInt(1_000);
                byte[] frame = kinds.get(random.nextInt(kindsUsed)).get();
                packets.add(new StoredPacket(
                        position,
                        micros(),
                        "MN",
                        pick("32", "31", ""),
                        pick("2011", "2051", "校"),
                        random.nextBoolean() ? null : micros(),
                        Origin.values()[random.nextInt(3)],
                        pick("10.0.0.1", "fe80::1", ""),
                        frame));
            }
            same(packets);
        }
    }

    /** Numbers as loggers write them: leading zeros, stripped zeros, a minus before zero, too long, none. */
    private String numbers() {
        StringBuilder text = new StringBuilder("QN=").append(pick("20260231000000000", "20261120080000001", "1"));
        for (int i = 0; i < 12; i++) {
            text.append(";a-Rtd=")
                    .append(pick(
                            "0", "-0", "0.0", "-0.5", "1.50", "1.5", "007", "0012.50", ".5", "5.", "1e5", "", "--1"))
                    .append(pick("", "", "99999999999999999999", "000000000000000"));
        }
        return text.append(";DataTime=")
                .append(pick("20261120080000", "99999999999999", "00000000000000"))
                .toString();
    }

    /** A changed byte is refused, or gives other packets, but never ends a reader with something unforeseen. */
    @Test
    void damageIsRefused() {
        BlockCodec.Block block = BlockCodec.encode(realtime(60, 4));
        for (int i = 0; i < block.content().length; i++) {
            byte[] changed = block.content().clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> BlockCodec.decode(
                            "MN", new BlockCodec.Block(block.first(), block.positions(), changed), cn -> true))
                    .isInstanceOf(BlockDamaged.class);
        }
        for (int round = 0; round < 500; round++) {
            byte[] changed = block.content().clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                changed[5 + random.nextInt(changed.length - 5)] = (byte) random.nextInt();
            }
            BlockCodec.Block forged =
                    new BlockCodec.Block(block.first(), block.positions(), BlockCodec.checked(changed));
            try {
                BlockCodec.decode("MN", forged, cn -> true);
            } catch (BlockDamaged e) {
                assertThat(e).hasMessageNotContaining("NullPointer");
            }
        }
    }

    private static final String HEX = "4A6F686E20446F65";

    private BlockCodec.Block same(List<StoredPacket> packets) {
        BlockCodec.Block block = BlockCodec.encode(packets);
        List<StoredPacket> back = BlockCodec.decode("MN", block, cn -> true);
        assertThat(back).hasSameSizeAs(packets);
        for (int i = 0; i < packets.size(); i++) {
            StoredPacket was = packets.get(i);
            StoredPacket is = back.get(i);
            assertThat(is.frame()).isEqualTo(was.frame());
            // all but the bytes, which records compare by identity
            assertThat(withFrame(is, was.frame())).isEqualTo(was);
        }
        return block;
    }

    private static StoredPacket withFrame(StoredPacket packet, byte[] frame) {
        return new StoredPacket(
                packet.position(),
                packet.receivedAt(),
                packet.mn(),
                packet.st(),
                packet.cn(),
                packet.dataTime(),
                packet.origin(),
                packet.remote(),
                frame);
    }

    private List<StoredPacket> realtime(int count, int factors) {
        List<StoredPacket> packets = new ArrayList<>();
        long position = 1_000;
        for (int i = 0; i < count; i++) {
            position += 280 + random.nextInt(40);
            Instant time = START.plusSeconds(45L * i);
            packets.add(new StoredPacket(
                    position,
                    time.plusNanos(1_000L * (80_000 + random.nextInt(400_000))),
                    "MN",
                    "32",
                    "2011",
                    time,
                    Origin.LIVE,
                    "10.1.2.3",
                    frame(i, factors)));
        }
        return packets;
    }

    private byte[] frame(int number, int factors) {
        String time = SECONDS.format(START.plusSeconds(45L * number));
        StringBuilder text = new StringBuilder("QN=" + time + "017;ST=32;CN=2011;PW=123456;MN=MN;Flag=5;CP=&&DataTime=")
                .append(time);
        for (int factor = 0; factor < factors; factor++) {
            double value = 40 + 10 * Math.sin(number / 200.0) + random.nextGaussian();
            String code = "w0101" + factor;
            text.append(String.format(Locale.ROOT, ";%s-Rtd=%.2f,%s-Flag=", code, value, code))
                    .append(random.nextInt(100) == 0 ? 'D' : 'N');
        }
        return Encoder.frame(text.append("&&").toString());
    }

    private byte[] damaged(byte[] frame) {
        frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        return frame;
    }

    private static byte[] lowerCase(byte[] frame) {
        for (int i = frame.length - 6; i < frame.length - 2; i++) {
            frame[i] = (byte) Character.toLowerCase((char) frame[i]);
        }
        return frame;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What the database can hold, to its ends. */
    private Instant micros() {
        long range = pick("small", "any").equals("small") ? 1_000_000_000_000L : 8_000_000_000_000_000_000L;
        return Micros.instant(1_763_600_000_000_000L % range + random.nextLong(range / 10));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
