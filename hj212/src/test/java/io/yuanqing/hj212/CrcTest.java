package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrcTest {

    @Test
    void knownVectors() {
        assertThat(crc("")).isEqualTo(0xFFFF);
        assertThat(crc("A")).isEqualTo(0x7080);
        assertThat(crc("\0")).isEqualTo(0x4040);
        assertThat(crc("123456789")).isEqualTo(0x2F80);
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc.modbus(digits, 0, digits.length)).isEqualTo(0x4B37);
    }

    /** The tables are a shortcut of the loop that the standard prints (appendix A). */
    @Test
    void theTablesAgreeWithTheStandardsLoop() {
        Random random = new Random(212);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            int crc = Crc.of(bytes, 0, length);
            assertThat(crc).as("seed 212, length %d", length).isEqualTo(standardLoop(bytes));
            assertThat(Crc.possible(crc)).isEqualTo(length > 0);
        }
    }

    private static int standardLoop(byte[] bytes) {
        int register = 0xFFFF;
        for (byte b : bytes) {
            register = (register >> 8) ^ (b & 0xFF);
            for (int i = 0; i < 8; i++) {
                int lowest = register & 1;
                register >>= 1;
                if (lowest == 1) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }

    private static int crc(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Crc.of(bytes, 0, bytes.length);
    }
}
