package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, SHA-1; the last six of its eight digits. */
    @Test
    void theCodesAreThoseOfTheStandard() {
        assertThat(at(59)).isEqualTo("287082");
        assertThat(at(1111111109L)).isEqualTo("081804");
        assertThat(at(1111111111L)).isEqualTo("050471");
        assertThat(at(1234567890L)).isEqualTo("005924");
        assertThat(at(2000000000L)).isEqualTo("279037");
        assertThat(at(20000000000L)).isEqualTo("353130");
    }

    @Test
    void aCodeOfTheStepBeforeAndAfterPassesAndNoOther() {
        Instant now = Instant.ofEpochSecond(1111111111L);
        long step = Totp.step(now);
        for (long each = step - 3; each <= step + 3; each++) {
            assertThat(Totp.matching(SECRET, Totp.code(SECRET, each), now, 0).isPresent())
                    .as("step %d", each - step)
                    .isEqualTo(Math.abs(each - step) <= 1);
        }
    }

    /** Whoever reads a code over the shoulder must not be able to use it again (RFC 6238 clause 5.2). */
    @Test
    void aCodeThatWasUsedOrIsOlderThanOneThatWasDoesNotPass() {
        Instant now = Instant.ofEpochSecond(1111111111L);
        long step = Totp.step(now);
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step + 1), now, step))
                .hasValue(step + 1);
    }

    /** RFC 4648 clause 10, without its padding. */
    @Test
    void aSecretIsTypedAsBase32() {
        String[] vectors = {"", "", "f", "MY", "fo", "MZXQ", "foo", "MZXW6", "foob", "MZXW6YQ", "foobar", "MZXW6YTBOI"};
        for (int i = 0; i < vectors.length; i += 2) {
            assertThat(Base32.encode(vectors[i].getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(vectors[i + 1]);
        }
    }

    private static String at(long seconds) {
        return Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)));
    }
}
