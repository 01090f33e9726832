package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacketKeyTest {

    private static final Instant TIME = Instant.parse("2026-11-25T08:00:00Z");
    private static final String CP = "DataTime=20261125160000;w01018-Rtd=41.0";

    @Test
    void aReSendIsTheSameAndOtherDataAreNot() {
        UUID first = key("QN=20261125160000001;ST=32;CN=2011;PW=123456;MN=M1;Flag=5", CP, TIME);
        assertThat(key("QN=20261125160100002;ST=32;CN=2011;PW=999999;MN=M1;Flag=4", CP, TIME))
                .isEqualTo(first);
        assertThat(key("QN=20261125160000001;ST=32;CN=2011;MN=M2;Flag=5", CP, TIME))
                .isNotEqualTo(first);
        assertThat(key("QN=20261125160000001;ST=32;CN=2061;MN=M1;Flag=5", CP, TIME))
                .isNotEqualTo(first);
        assertThat(key("QN=20261125160000001;ST=32;CN=2011;MN=M1;Flag=5", CP.replace("41.0", "41.1"), TIME))
                .isNotEqualTo(first);
        assertThat(key("QN=20261125160000001;ST=32;CN=2011;MN=M1;Flag=7;PNUM=2;PNO=2", CP, TIME))
                .isNotEqualTo(first);
    }

    @Test
    void withoutADataTimeTheQnTellsPacketsApart() {
        UUID first = key("QN=20261125160000001;ST=32;CN=3020;MN=M1;Flag=5", "i11001-Info=1", null);
        assertThat(key("QN=20261125160000001;ST=32;CN=3020;MN=M1;Flag=4", "i11001-Info=1", null))
                .isEqualTo(first);
        assertThat(key("QN=20261125160000002;ST=32;CN=3020;MN=M1;Flag=5", "i11001-Info=1", null))
                .isNotEqualTo(first);
        assertThat(first.getMostSignificantBits() >>> 32).isZero();
    }

    @Test
    void keysOfATimeLieSideBySideInTheOrderOfTime() {
        UUID early = key("ST=32;CN=2011;MN=M1;Flag=5", CP, TIME);
        UUID late = key("ST=32;CN=2011;MN=M1;Flag=5", CP, TIME.plusSeconds(1));
        assertThat(late.toString()).isGreaterThan(early.toString());
        assertThat(early.getMostSignificantBits() >>> 32).isEqualTo(TIME.getEpochSecond());
        Instant after2038 = Instant.parse("2080-01-01T00:00:00Z");
        assertThat(key("ST=32;CN=2011;MN=M1;Flag=5", CP, after2038).toString()).isGreaterThan(late.toString());
    }

    private static UUID key(String header, String cp, @Nullable Instant dataTime) {
        Packet packet = Objects.requireNonNull(
                Decoder.decode(Encoder.frame(header + ";CP=&&" + cp + "&&")).packet());
        return PacketKey.of(packet, packet.mn(), dataTime);
    }
}
