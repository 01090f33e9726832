package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example frame is read as its source says. */
class StandardExamplesTest {

    static List<Corpus> all() {
        return Corpus.all();
    }

    @Test
    void theCorpusIsComplete() {
        assertThat(all()).hasSize(387);
    }

    @ParameterizedTest
    @MethodSource("all")
    void lengthAndCrcAreJudgedAsTheSourceSays(Corpus example) {
        Decoded decoded = Decoder.decode(example.frame());
        assertThat(decoded.ok()).as("%s %s", example, decoded.problems()).isEqualTo(example.crcFits());
        assertThat(decoded.encrypted()).isEqualTo(example.encrypted());
        assertThat(decoded.packet().cn()).isEqualTo(example.cn());
        // Two frames of one device have Modbus's CRC with its bytes swapped; their source calls it wrong only.
        if (example.crcOk().contains("Modbus")) {
            assertThat(decoded.has(Problem.Code.CRC_MODBUS)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWrongCrcIsNamedTogetherWithTheRightOne(Corpus example) {
        if (example.crcOk().startsWith("no:")) {
            String right = example.crcOk().replaceAll(".*HJ212 CRC=", "");
            assertThat(Decoder.decode(example.frame()).problems())
                    .anyMatch(p -> p.code() == Problem.Code.CRC_MISMATCH && right.equals(p.actual()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePartsExplainEveryByteInOrder(Corpus example) {
        List<Part> parts = Decoder.decode(example.frame()).parts();
        int at = 0;
        for (Part part : parts) {
            assertThat(part.start()).isEqualTo(at);
            at = part.end();
        }
        assertThat(at).isEqualTo(example.frame().length);
        assertThat(parts.stream().map(Part::kind).collect(Collectors.toSet()))
                .contains(Part.Kind.HEAD, Part.Kind.LENGTH, Part.Kind.HEADER, Part.Kind.CRC, Part.Kind.TAIL)
                .doesNotContain(Part.Kind.UNKNOWN);
    }
}
