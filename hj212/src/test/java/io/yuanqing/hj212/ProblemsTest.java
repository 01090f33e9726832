package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault, one code: whoever repairs a logger needs its name, its place and, where it can be told, its cause. */
class ProblemsTest {

    /** A cipher that never gives text: every key is the wrong one. */
    private static final CpCipher OTHER = new CpCipher() {
        @Override
        public byte[] encrypt(byte[] wholeBlocks) {
            return wholeBlocks;
        }

        @Override
        public byte[] decrypt(byte[] wholeBlocks) {
            return new byte[wholeBlocks.length];
        }
    };

    /** A line of {@code problems.tsv}: a frame with a fault, and what is said of it. Policies are CRC's, then length's. */
    record Fault(Problem.Code code, Device device, String cause, byte[] frame, String what) {

        @Override
        public String toString() {
            return code + " " + what;
        }
    }

    static List<Fault> faults() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProblemsTest.class.getResourceAsStream("problems.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(ProblemsTest::fault).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault fault(String line) {
        String[] cells = line.split("\t", -1);
        Keys keys = cells[2].equals("KEY") ? new Keys(List.of(OTHER)) : Keys.NONE;
        Edition edition = cells[2].startsWith("20") ? Edition.ofYear(cells[2]) : null;
        String[] policies = cells[1].split("/");
        LengthPolicy length = policies.length == 1 ? LengthPolicy.STRICT : LengthPolicy.valueOf(policies[1]);
        Device device = new Device(edition, CrcPolicy.valueOf(policies[0]), length, keys);
        return new Fault(Problem.Code.valueOf(cells[0]), device, cells[3], Corpus.bytes(cells[4]), cells[5]);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsNamedWithItsPlaceAndItsCause(Fault fault) {
        Decoded decoded = Decoder.decode(fault.frame, fault.device);
        Problem problem = decoded.problems().stream()
                .filter(one -> one.code() == fault.code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("only " + decoded.problems()));
        if (fault.cause.equals("-")) {
            assertThat(problem.cause()).isNull();
            assertThat(problem.causeZh()).isNull();
        } else {
            assertThat(problem.cause()).contains(fault.cause);
            assertThat(chinese(Objects.requireNonNull(problem.causeZh()))).isTrue();
        }
        assertThat(chinese(problem.messageZh())).isTrue();
        assertThat(chinese(problem.message())).isFalse();
        assertThat(problem.at()).isBetween(0, fault.frame.length);
        assertThat(problem.error()).isEqualTo(fault.code.error());
        if (fault.code.error()) {
            assertThat(decoded.ok()).isFalse();
        }
    }

    /** A fault that nothing shows in a frame would be a dead letter in the catalogue. */
    @Test
    void everyCodeHasAnExample() {
        Set<Problem.Code> shown = faults().stream().map(Fault::code).collect(Collectors.toSet());
        assertThat(shown).isEqualTo(EnumSet.allOf(Problem.Code.class));
    }

    @ParameterizedTest
    @EnumSource(Problem.Code.class)
    void titleAndRuleExistInBothLanguages(Problem.Code code) {
        assertThat(code.title()).isNotBlank();
        assertThat(chinese(code.title())).isFalse();
        assertThat(chinese(code.titleZh())).isTrue();
        assertThat(code.rule()).containsPattern("\\d\\.\\d|appendix A|table \\d");
        assertThat(chinese(code.rule())).isFalse();
        assertThat(chinese(code.ruleZh())).isTrue();
    }

    /** A cause sends a technician to a site: chance must not make one up. */
    @Test
    void randomDamageHasNoCause() {
        String segment = "QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=4;CP=&&DataTime=20240601085800;"
                + "w01018-Rtd=20.5,w01018-Flag=N;w21003-Rtd=1.25,w21003-Flag=N&&";
        byte[] good = Encoder.frame(segment);
        int from = segment.indexOf("w01018") + 6;
        int to = segment.length() + 6 - 2;
        int damaged = 0;
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            byte[] frame = good.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                frame[from + random.nextInt(to - from)] = (byte) ('0' + random.nextInt(75));
            }
            Decoded decoded = Decoder.decode(frame);
            damaged += decoded.has(Problem.Code.CRC_MISMATCH) ? 1 : 0;
            assertThat(decoded.problems()).as("seed %d", seed).allMatch(problem -> problem.cause() == null);
        }
        assertThat(damaged).isGreaterThan(4_500);
    }

    /** Truncation at any byte never yields a way of counting lengths; only that it is cut off. */
    @Test
    void aFrameCutAtAnyByteIsNotExplainedByItsLength() {
        byte[] good = Encoder.frame("QN=20240601085857223;ST=32;CN=2011;MN=M1;Flag=4;CP=&&DataTime=20240601085800&&");
        for (int length = 7; length < good.length - 6; length++) {
            assertThat(Decoder.decode(Arrays.copyOf(good, length)).problems())
                    .as("%d bytes", length)
                    .noneMatch(problem -> problem.code() == Problem.Code.LENGTH_MISMATCH && problem.cause() != null);
        }
    }

    /** A place within a CP counts bytes, not characters: the caret stands below it. */
    @Test
    void placesBehindChineseTextCountBytes() {
        byte[] frame = Encoder.frame("ST=32;CN=3020;MN=M1;CP=&&i11001-Info=//清洗//;huh&&");
        Problem problem = Decoder.decode(frame).problems().get(0);
        assertThat(problem.code()).isEqualTo(Problem.Code.CP_FIELD);
        assertThat(new String(frame, problem.at(), 3, StandardCharsets.US_ASCII))
                .isEqualTo("huh");
    }

    /** A device that checks by Modbus's sum would drop our 9014 and send its data again for ever. */
    @ParameterizedTest
    @EnumSource(CrcFlavour.class)
    void anAnswerGoesInTheFlavourThatCame(CrcFlavour flavour) {
        byte[] upload = Encoder.withCrc(
                Encoder.frame("QN=20240601085857223;ST=32;CN=2011;MN=M1;Flag=5;CP=&&a-Rtd=1.37&&"), flavour);
        Decoded decoded =
                Decoder.decode(upload, new Device(null, CrcPolicy.ACCEPT_MODBUS, LengthPolicy.STRICT, Keys.NONE));
        assertThat(decoded.ok()).isTrue();
        assertThat(decoded.crc()).isEqualTo(flavour);
        byte[] plain = Replies.dataAnswer(Objects.requireNonNull(decoded.packet()), Edition.E2017);
        byte[] answer = Encoder.withCrc(plain, flavour);
        int at = answer.length - 6;
        assertThat(Marks.hex(answer, at, 4)).isEqualTo(flavour.of(answer, 6, at));
        assertThat(Decoder.decode(upload).ok()).isEqualTo(flavour == CrcFlavour.HJ212);
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
