package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.packets.Fate;
import io.yuanqing.hj212.CrcFlavour;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.LengthPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {

    private static final byte[] UPLOAD = Encoder.frame("QN=20260801120000000;ST=32;CN=2011;PW=123456;MN=M1;Flag=5;"
            + "CP=&&DataTime=20260801120000;w01018-Rtd=1.5,w01018-Flag=N&&");

    private static final Device LENIENT =
            new Device(null, CrcPolicy.ACCEPT_MODBUS, LengthPolicy.ACCEPT_IF_CRC_FITS, new Keys(List.of()));

    /** A device that computes another check sum drops our answer unless it carries that one, and re-sends for ever. */
    @ParameterizedTest
    @EnumSource(CrcFlavour.class)
    void aDeviceIsAnsweredWithTheCheckSumThatItUses(CrcFlavour flavour) {
        Decoded upload = Decoder.decode(Encoder.withCrc(UPLOAD, flavour), LENIENT);
        assertThat(upload.ok()).isTrue();
        byte[] answer = Answer.to(upload, Fate.STORED, Edition.E2017);
        assertThat(answer).isNotNull();
        Decoded read = Decoder.decode(answer, LENIENT);
        assertThat(read.crc()).isEqualTo(flavour);
        assertThat(read.packet()).isNotNull();
        assertThat(read.packet().cn()).isEqualTo("9014");
        assertThat(read.packet().qn()).isEqualTo("20260801120000000");
    }

    /** Whose bytes are not proven sound must send them again. */
    @Test
    void anotherCheckSumIsNotAnsweredWhereThePolicyIsStrict() {
        Decoded upload = Decoder.decode(Encoder.withCrc(UPLOAD, CrcFlavour.MODBUS));
        assertThat(Answer.to(upload, Fate.QUARANTINED, Edition.E2017)).isNull();
    }
}
