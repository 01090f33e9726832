package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time are the same pieces and readings as character by character. */
class CpPiecesTest {

    private static final long SEED = 2017;

    private static final String[] PARTS = {
        "=",
        "=",
        ";",
        ",",
        " ",
        "//",
        "-",
        "w01018-Rtd=20.5",
        "w01018-Flag=N",
        "a-Rtd =1",
        "Flag=D",
        "12,5",
        "-Rtd",
        "-flag=",
        "w01018",
        "w01019-Avg=3,w01019-Flag=N",
        "verylongfactor-Rtd=1",
        "5",
        "DataTime=20240601085857",
        "\0",
        "x= 9",
        "b-c-RTD=1"
    };

    private static String random(Random random) {
        StringBuilder cp = new StringBuilder();
        for (int parts = random.nextInt(14); parts > 0; parts--) {
            cp.append(PARTS[random.nextInt(PARTS.length)]);
            if (random.nextInt(3) > 0) {
                cp.append(random.nextBoolean() ? ';' : ',');
            }
        }
        return cp.toString();
    }

    private static CpPieces ofBytes(String cp) {
        byte[] bytes = ("CP=&&" + cp + "&&").getBytes(StandardCharsets.UTF_8);
        return CpPieces.of(bytes, 5, bytes.length - 2);
    }

    private static int[] places(CpPieces pieces) {
        return Arrays.copyOf(pieces.places, 2 * pieces.count);
    }

    @Test
    void thePiecesAreTheSame() {
        Random random = new Random(SEED);
        int regular = 0;
        for (int i = 0; i < 100_000; i++) {
            String cp = random(random);
            CpPieces pieces = ofBytes(cp);
            regular += pieces.regular ? 1 : 0;
            assertThat(places(pieces)).as("%s, seed %d", cp, SEED).isEqualTo(places(CpPieces.of(cp)));
        }
        assertThat(regular).isGreaterThan(1_000);
    }

    /** With a Chinese field at its end a CP is read character by character; the rest must not differ. */
    @Test
    void theReadingsAreTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            String cp = random(random) + ";z-Info=1";
            List<Reading> slow = Readings.of(ofBytes(cp + ";备注=检修"));
            assertThat(Readings.of(ofBytes(cp))).as("%s, seed %d", cp, SEED).isEqualTo(slow);
            for (int reading = 0; reading < slow.size(); reading++) {
                Reading fast = Readings.of(ofBytes(cp)).get(reading);
                for (String suffix : slow.get(reading).values().keySet()) {
                    assertThat(fast.number(suffix))
                            .as(cp)
                            .isEqualTo(slow.get(reading).number(suffix));
                }
                assertThat(fast.flag()).as(cp).isEqualTo(slow.get(reading).flag());
            }
        }
    }
}
