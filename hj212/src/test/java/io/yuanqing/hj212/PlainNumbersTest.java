package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast way to read a number is a short cut, never another reading. */
class PlainNumbersTest {

    private static BigDecimal read(String text) {
        byte[] bytes = ("w01018-Rtd=" + text).getBytes(StandardCharsets.US_ASCII);
        return PlainNumbers.read(bytes, bytes.length - text.length(), bytes.length);
    }

    @Test
    void whatMetersShowIsReadWithItsDecimals() {
        assertThat(read("20.5")).isEqualTo(new BigDecimal("20.5"));
        assertThat(read("-0.050")).isEqualTo(new BigDecimal("-0.050"));
        assertThat(read("7")).isEqualTo(new BigDecimal("7"));
        assertThat(read("12345678")).isEqualTo(new BigDecimal("12345678"));
        assertThat(read("1234567.")).isEqualTo(new BigDecimal("1234567"));
        assertThat(read(".5")).isEqualTo(new BigDecimal("0.5"));
    }

    /** A mark for "no value" must not become a concentration (HJ 212-2025 clause 8.1.1). */
    @Test
    void whatMayBeNoNumberIsLeftToTheSlowWay() {
        for (String text :
                new String[] {"", "-", ".", "-.", "1.2.3", "9999", "9999.99", "-9999.99", "1e3", "+5", "1,5", "NaN"}) {
            assertThat(read(text)).as(text).isNull();
        }
    }

    @Test
    void readsAsTheSlowWayDoes() {
        long seed = 20240601;
        Random random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(10); length > 0; length--) {
                text.append("0123456789999..--,+e /:".charAt(random.nextInt(random.nextInt(4) == 0 ? 23 : 14)));
            }
            BigDecimal number = read(text.toString());
            if (number != null) {
                plain++;
                assertThat(number).as("%s, seed %d", text, seed).isEqualTo(Numbers.read(text.toString(), "Rtd"));
                assertThat(number).as("%s, seed %d", text, seed).isEqualTo(Numbers.read(text.toString(), "Cou"));
            }
        }
        assertThat(plain).isGreaterThan(50_000);
    }
}
