package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HJ 212-2025 clause 6.4 and appendix A.2. */
class EncryptionTest {

    private static final Sm4 KEY = Sm4.of("0000000000000000");
    private static final Sm4 OTHER = Sm4.of("1234567890abcdef");
    private static final String CP =
            "DataTime=20260520210000;a21026-Avg=1.1,a21026-Flag=N;a21002-Avg=29.5,a21002-Flag=N;a00000-Cou=3";

    /** GB/T 32907 appendix A: if this fails, nothing below means anything. */
    @Test
    void theCipherOfTheTestsIsSm4() {
        byte[] block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        byte[] encrypted = new Sm4(block).encrypt(block);
        assertThat(HexFormat.of().formatHex(encrypted)).isEqualTo("681edf34d206965e86b3e94f536e4246");
        assertThat(new Sm4(block).decrypt(encrypted)).isEqualTo(block);
    }

    @Test
    void theStandardsEncryptedExamplesOpenToItsPlainOnes() {
        List<Corpus> examples = Corpus.all().stream().filter(Corpus::encrypted).toList();
        assertThat(examples).hasSize(2);
        for (Corpus example : examples) {
            Decoded decoded = Decoder.decode(example.frame(), Sm4.knows(KEY));
            assertThat(decoded.ok()).as("%s", decoded.problems()).isTrue();
            assertThat(decoded.problems()).isEmpty();
            assertThat(decoded.encrypted()).isFalse();
            assertThat(decoded.openedBy()).isSameAs(KEY);
            assertThat(decoded.bytes()).isEqualTo(example.frame());
            assertThat(decoded.packet().dataTime()).hasToString("2024-05-20T21:06");
            assertThat(decoded.packet().readings().get(0).number("Avg")).isNotNull();
            assertThat(decoded.parts()).noneMatch(part -> part.kind() == Part.Kind.CP_OPAQUE);
            // Examples 1 and 3 print the same text in plain.
            assertThat(Corpus.all()).anyMatch(plain -> Arrays.equals(plain.frame(), decoded.plain()));
        }
    }

    /** A.2 examples 1 and 3 encrypted give examples 2 and 4 byte by byte. */
    @Test
    void theStandardsPlainExamplesAreEncryptedToItsOtherOnes() {
        for (Corpus example : Corpus.all().stream().filter(Corpus::encrypted).toList()) {
            Packet packet = Decoder.decode(example.frame(), Sm4.knows(KEY)).packet();
            assertThat(Encoder.frame(packet, Edition.E2025, KEY, CipherForm.RAW))
                    .isEqualTo(example.frame());
        }
    }

    @ParameterizedTest
    @EnumSource(CipherForm.class)
    void everyLengthOfCpComesBack(CipherForm form) {
        for (int length = 2; length <= 200; length++) {
            String cp = "a=" + "1".repeat(length - 2);
            byte[] frame = Encoder.frame(packet("2061", cp), Edition.E2025, KEY, form);
            Decoded decoded = Decoder.decode(frame, Sm4.knows(KEY));
            assertThat(decoded.ok()).as("%d %s", length, decoded.problems()).isTrue();
            assertThat(decoded.packet()).isEqualTo(packet("2061", cp));
            // Less than a block stays plain: "a 9014's CP" and the like can always be read.
            assertThat(decoded.openedBy()).isSameAs(length < 16 ? null : KEY);
        }
    }

    /** Both forms of A.2 say the length of the plain text; a device may count the braces as well. */
    @Test
    void theLengthInBracesMayBeThatOfThePlainTextOrOfTheBraces() {
        byte[] frame = Encoder.frame(packet("2061", CP), Edition.E2025, KEY, CipherForm.BRACES);
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        String other = String.format("##%04d", frame.length - 12) + text.substring(6);
        assertThat(text).contains("CP=&&{0x");
        for (String one : List.of(text, other)) {
            assertThat(Decoder.decode(one.getBytes(StandardCharsets.ISO_8859_1), Sm4.knows(KEY))
                            .problems())
                    .isEmpty();
            assertThat(Decoder.decode(one.getBytes(StandardCharsets.ISO_8859_1)).problems())
                    .extracting(Problem::code)
                    .containsExactly(Problem.Code.ENCRYPTED);
        }
        String lower = text.toLowerCase(java.util.Locale.ROOT).replace(",", " , ");
        byte[] blanks = (text.substring(0, text.indexOf('{'))
                        + lower.substring(lower.indexOf('{'), lower.indexOf('}'))
                        + text.substring(text.indexOf('}')))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Decoder.decode(blanks, Sm4.knows(KEY)).ok()).isTrue();
    }

    /** During a change of keys the logger may use either (clause 6.4.3). */
    @Test
    void theNewKeyAndTheOldOneBothOpen() {
        Device both = Sm4.knows(OTHER, KEY);
        for (Sm4 key : List.of(KEY, OTHER)) {
            Decoded decoded =
                    Decoder.decode(Encoder.frame(packet("2061", CP), Edition.E2025, key, CipherForm.RAW), both);
            assertThat(decoded.ok()).isTrue();
            assertThat(decoded.openedBy()).isSameAs(key);
        }
        assertThat(Decoder.decode(Encoder.frame(packet("2061", CP), Edition.E2025), both)
                        .openedBy())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(CipherForm.class)
    void withoutTheRightKeyTheHeaderCanBeReadAndTheCpCannot(CipherForm form) {
        byte[] frame = Encoder.frame(packet("2061", CP), Edition.E2025, KEY, form);
        Decoded none = Decoder.decode(frame);
        assertThat(none.problems()).extracting(Problem::code).containsExactly(Problem.Code.ENCRYPTED);
        Decoded wrong = Decoder.decode(frame, Sm4.knows(OTHER, Sm4.of("ffffffffffffffff")));
        assertThat(wrong.problems()).extracting(Problem::code).containsExactly(Problem.Code.KEY_WRONG);
        for (Decoded closed : List.of(none, wrong)) {
            assertThat(closed.ok()).isFalse();
            assertThat(closed.encrypted()).isTrue();
            assertThat(closed.openedBy()).isNull();
            assertThat(closed.packet().mn()).isEqualTo("M1");
            assertThat(closed.packet().cp()).isEmpty();
        }
    }

    /**
     * Once in 256 times the CRC fits the cipher bytes, or what a wrong key makes of them. Neither may become data: nobody
     * would notice that the values are random.
     */
    @Test
    void aCrcThatFitsByChanceNeverMakesDataOfCipherBytes() {
        int fitting = 0;
        for (int i = 0; i < 20_000; i++) {
            String cp = "DataTime=20260520210000;a21026-Avg=" + i + ".1,a21026-Flag=N";
            byte[] frame = Encoder.frame(packet("2061", cp), Edition.E2025, KEY, CipherForm.RAW);
            int crc = Integer.parseInt(new String(frame, frame.length - 6, 4, StandardCharsets.US_ASCII), 16);
            fitting += crc == Crc.of(frame, 6, frame.length - 6) ? 1 : 0;
            assertThat(Decoder.decode(frame).has(Problem.Code.ENCRYPTED)).as(cp).isTrue();
            assertThat(Decoder.decode(frame, Sm4.knows(OTHER)).has(Problem.Code.KEY_WRONG))
                    .as(cp)
                    .isTrue();
            assertThat(Decoder.decode(frame, Sm4.knows(OTHER, KEY)).packet().cp())
                    .isEqualTo(cp);
        }
        assertThat(fitting).isGreaterThan(20);
    }

    /** A key on record does not hide what is wrong with a plain frame. */
    @Test
    void aDamagedPlainFrameStaysAWrongCrc() {
        byte[] frame = Encoder.frame(packet("2061", CP), Edition.E2025);
        frame[frame.length - 9] ^= 1;
        assertThat(Decoder.decode(frame, Sm4.knows(KEY)).problems())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.CRC_MISMATCH);
    }

    @Test
    void aDeviceWithModbusCrcCanEncryptAsWell() {
        for (CrcFlavour flavour : List.of(CrcFlavour.MODBUS, CrcFlavour.MODBUS_SWAPPED, CrcFlavour.HJ212_SWAPPED)) {
            encryptsAsWell(Encoder.withCrc(Encoder.frame(packet("2061", CP), Edition.E2025), flavour));
        }
    }

    private static void encryptsAsWell(byte[] frame) {
        Layout layout = new Layout(frame);
        byte[] cp = Arrays.copyOfRange(frame, layout.cpText, layout.cpClose);
        byte[] encrypted = Encryption.withCp(frame, layout, Encryption.encrypted(cp, KEY, CipherForm.RAW));
        Keys keys = new Keys(List.of(KEY));
        assertThat(Decoder.decode(encrypted, new Device(null, CrcPolicy.STRICT, LengthPolicy.STRICT, keys))
                        .openedBy())
                .isNull();
        assertThat(Decoder.decode(encrypted, new Device(null, CrcPolicy.ACCEPT_MODBUS, LengthPolicy.STRICT, keys))
                        .packet()
                        .cp())
                .isEqualTo(CP);
        assertThat(Decoder.decode(encrypted, new Device(null, CrcPolicy.IGNORE, LengthPolicy.STRICT, keys))
                        .packet()
                        .cp())
                .isEqualTo(CP);
    }

    /** Chinese text in the first block is no cipher text, whatever is known of the device. */
    @Test
    void chineseTextIsNoCipherText() {
        for (String cp : List.of("a=//清洗采样管路完成//;b=1", "清洗采样管路已经完成=1;b=1", "清洗采样管路已经完成;b=1")) {
            byte[] frame = Encoder.frame(packet("3020", cp), Edition.E2025);
            assertThat(Decoder.decode(frame).ok()).isTrue();
            assertThat(Decoder.decode(frame, Sm4.knows(KEY)).openedBy()).isNull();
        }
    }

    /** Clause 6.4.4. */
    @Test
    void onlyDataKeysAndSiteInformationAreEncrypted() {
        for (String cn : List.of("2000", "2011", "2061", "2999", "1014", "3020")) {
            assertThat(Encryption.appliesTo(cn)).as(cn).isTrue();
        }
        for (String cn : List.of("1011", "1072", "3000", "3019", "9011", "9014", "9015", "201", "20111", "2x11", "")) {
            assertThat(Encryption.appliesTo(cn)).as(cn).isFalse();
        }
        byte[] reply = Encoder.frame(packet("9012", "ExeRtn=1;a=1234567890"), Edition.E2025, KEY, CipherForm.RAW);
        assertThat(reply).isEqualTo(Encoder.frame(packet("9012", "ExeRtn=1;a=1234567890"), Edition.E2025));
    }

    /** Clause 6.4.1 asks for keys of every logger: a frame never throws, whatever its bytes and whatever the keys. */
    @Test
    void anyBytesAreDecodedWithKeysWithoutAnException() {
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            CipherForm form = random.nextBoolean() ? CipherForm.RAW : CipherForm.BRACES;
            byte[] frame = Encoder.frame(packet("2061", CP), Edition.E2025, KEY, form);
            for (int i = random.nextInt(4); i >= 0; i--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            }
            byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length)) : frame;
            Decoded decoded = Decoder.decode(bytes, Sm4.knows(OTHER, KEY));
            int at = 0;
            for (Part part : decoded.parts()) {
                assertThat(part.start()).as("seed %d", seed).isEqualTo(at);
                at = part.end();
            }
            assertThat(at).as("seed %d", seed).isEqualTo(decoded.plain().length);
            assertThat(decoded.proof()).isNotNull();
        }
    }

    private static Packet packet(String cn, String cp) {
        return Packet.of("20260520210700000", "31", cn, "123456", "M1", 9, cp);
    }
}
