package io.yuanqing.hj212.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Corpus;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example frames of the three texts (appendix C) against the catalogue, the views and the builders. */
class CommandExamplesTest {

    /** The standards' own; the encrypted ones are read once they are opened. */
    static List<Corpus> examples() {
        return Corpus.all().stream()
                .filter(example -> example.ofStandard() && !example.encrypted())
                .toList();
    }

    private static Edition edition(Corpus example) {
        return Edition.ofYear(example.edition());
    }

    private static Packet packet(Corpus example) {
        return Decoder.decode(example.frame()).packet();
    }

    /** A packet taken for another command would be answered wrongly: 9013 instead of 9014, or not at all. */
    @ParameterizedTest
    @MethodSource("examples")
    void isRecognisedByItsContentAlone(Corpus example) {
        Received received = Received.of(packet(example), edition(example)).orElseThrow();
        assertThat(received.command().cn()).isEqualTo(example.cn());
        assertThat(received.command().editions()).contains(edition(example));
        assertThat(received.way().admits(Direction.valueOf(example.way().toUpperCase(Locale.ROOT))))
                .as("%s goes %s", received.command(), example.way())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void losesNoField(Corpus example) {
        Received received = Received.of(packet(example), edition(example)).orElseThrow();
        assertThat(received.unread()).isEmpty();
        assertThat(received.message().getClass())
                .isIn(received.command().opens(), received.command().answers());
    }

    /** Frames of real devices: with unknown codes, suffixes, separators. One writes its flag outside the factor's item. */
    @Test
    void framesFromTheFieldAreRecognisedAndReadToo() {
        List<Corpus> field =
                Corpus.all().stream().filter(example -> !example.ofStandard()).toList();
        assertThat(field).hasSize(60);
        for (Corpus example : field) {
            Packet packet = packet(example);
            Received received = Received.of(packet, packet.edition()).orElseThrow();
            assertThat(received.command().cn()).isEqualTo(example.cn());
            assertThat(received.unread().stream().map(unread -> unread.name() + "=" + unread.value()))
                    .as("%s", example)
                    .isEqualTo(packet.cp().endsWith("a34001-Rtd=92;Flag=N") ? List.of("Flag=N") : List.of());
        }
    }

    /** Where the texts print something else than their own tables and clauses say, see {@link #misprint}. */
    @Test
    void isBuiltFromItsViewByteByByte() {
        TreeMap<String, Integer> figures = new TreeMap<>();
        for (Corpus example : examples()) {
            Received received = Received.of(packet(example), edition(example)).orElseThrow();
            byte[] built = Envelope.of(received.packet()).frame(received.message(), edition(example));
            String misprint = misprint(example);
            if (misprint.isEmpty()) {
                assertThat(new String(built)).as("%s", example).isEqualTo(new String(example.frame()));
            } else {
                // Still the same message: nothing but the spelling differs.
                Packet again = Decoder.decode(built).packet();
                assertThat(Received.of(again, edition(example)).orElseThrow().message())
                        .isEqualTo(received.message());
                assertThat(built)
                        .as("%s is built as printed: no misprint", example)
                        .isNotEqualTo(example.frame());
            }
            figures.merge(misprint.isEmpty() ? "same bytes" : misprint, 1, Integer::sum);
        }
        assertThat(figures)
                .containsExactlyInAnyOrderEntriesOf(new TreeMap<>(Map.of(
                        "same bytes", 297,
                        "as printed, with blanks, commas or a lost letter", 18,
                        "2005 prints PolID, its table PolId", 3,
                        "2005 prints the QN behind the CN", 3,
                        "2017 prints CTime, its table Ctime", 2,
                        "2025 prints a comma", 1,
                        "an empty MN is left out", 1)));
    }

    private static String misprint(Corpus example) {
        String frame = new String(example.frame());
        // C.43's 9011 has another QN than its request: well formed all the same.
        if (example.source().contains("AS PRINTED") && !example.cn().equals("9011")) {
            return "as printed, with blanks, commas or a lost letter";
        }
        if (example.edition().equals("2005") && frame.contains("PolID=")) {
            return "2005 prints PolID, its table PolId";
        }
        if (example.edition().equals("2005") && frame.contains("CN=2051;QN=") || frame.contains("PNUM=1;&&")) {
            return "2005 prints the QN behind the CN";
        }
        if (example.edition().equals("2017") && frame.contains("CTime=")) {
            return "2017 prints CTime, its table Ctime";
        }
        if (example.edition().equals("2025") && frame.contains(",EndTime=")) {
            return "2025 prints a comma";
        }
        return frame.contains("MN=;") ? "an empty MN is left out" : "";
    }
}
