package io.yuanqing.hj212.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says about commands. */
class ReadmeTest {

    private final Envelope header =
            Envelope.wantingAnswer("20261124000000001", "32", "123456", "010000A8900016F000169DC0", Edition.E2017);

    @Test
    void buildsARequestAndAnUploadAndReadsIt() {
        assertThat(new String(header.frame(SetParameter.realtimeInterval(30), Edition.E2017)))
                .contains(";CN=1062;", ";Flag=5;CP=&&RtdInterval=30&&");
        LocalDateTime time = LocalDateTime.of(2026, 11, 24, 14, 3, 12);
        byte[] upload = header.frame(
                new RealtimeUpload(
                        Command.REALTIME_DATA,
                        time,
                        List.of(FactorValues.of("w01018")
                                .put("Rtd", "20.5")
                                .flag(DataFlag.NORMAL)
                                .reading())),
                Edition.E2017);
        Packet packet = Decoder.decode(upload).packet();
        assertThat(packet.cp()).isEqualTo("DataTime=20261124140312;w01018-Rtd=20.5,w01018-Flag=N");
        Received received = Received.of(packet, Edition.E2017, Direction.UP).orElseThrow();
        assertThat(received.message())
                .isInstanceOfSatisfying(
                        RealtimeUpload.class,
                        data -> assertThat(data.dataTime()).isEqualTo(time));
    }

    @Test
    void refusesWithThatSentence() {
        assertThatThrownBy(() -> header.frame(SetParameter.realtimeInterval(29), Edition.E2017))
                .hasMessage("RtdInterval='29' breaks the rule N4 30-3600 s of the edition 2017");
    }
}
