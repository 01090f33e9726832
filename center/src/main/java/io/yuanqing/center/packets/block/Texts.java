package io.yuanqing.center.packets.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflates a block's texts (RFC 1951, no header), beginning with a dictionary of what such texts are made of. */
final class Texts {

    /** Deflate does not shrink anything further. */
    private static final int BEST_RATIO = 1_040;

    private static final byte[] DICTIONARY = dictionary();

    private Texts() {}

    static byte[] deflate(byte[] texts, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(texts, 0, length);
            deflater.finish();
            Bytes out = new Bytes();
            byte[] some = new byte[4_096];
            while (!deflater.finished()) {
                out.add(some, 0, deflater.deflate(some));
            }
            return out.copy();
        } finally {
            deflater.end();
        }
    }

    static byte[] inflate(byte[] bytes, int from, int count, long length) {
        if (length < 0 || length > (count + 64L) * BEST_RATIO) {
            throw new BlockDamaged(length + " bytes of texts in " + count);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(bytes, from, count);
            byte[] texts = new byte[(int) length];
            int done = 0;
            while (done < texts.length) {
                int some = inflater.inflate(texts, done, texts.length - done);
                if (some == 0) {
                    throw new BlockDamaged("its texts end after " + done + " of " + length + " bytes");
                }
                done += some;
            }
            return texts;
        } catch (DataFormatException e) {
            throw new BlockDamaged("its texts cannot be inflated: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    /**
     * Part of version 1 of the format: never to be altered. The most usual stands last, where it is found with the fewest
     * bits.
     */
    private static byte[] dictionary() {
        StringBuilder text = new StringBuilder();
        List<String> codes =
                Arrays.asList(("w01014 w01017 w01006 w20111 w20115 w20116 w20117 w20119 w20120 w20121 w20122"
                                + " w20123 w20124 w20125 w20126 w20127 w20128 w20138 w20139 w20140 w20141 w20142 w20143 w20144"
                                + " w21016 w21017 w19011 w22001 w99001 w99051 a05001 a05002 a21004 a21005 a21018 a21022 a21024"
                                + " a23001 a24087 a24088 a25002 a25003 a34001 a34002 a34004 a99010 a99051 a20007 a20025 a20026"
                                + " a20057 a20058 a20072 a19002 a21028 a01006 a01007 a01008 a01901 e70103 e70112 B01 S01 S02 S03 S05"
                                + " S08 011 060 065 101 001 003 01 02 03 i11001 a21001 a21003 a21002 a34013 a21026 a19001 a01010"
                                + " a01011 a01012 a01013 a01014 a00000 w21011 w21001 w21003 w01009 w01010 w01001 w01019 w01018"
                                + " w00000")
                        .split(" "));
        for (String code : codes) {
            for (String mean : List.of("ZsMin", "ZsAvg", "ZsMax", "RawAvg", "EFlag")) {
                text.append(',').append(code).append('-').append(mean).append("=\0");
            }
        }
        for (String code : codes) {
            text.append(";%s-Cou=\0,%s-Min=\0,%s-Avg=\0,%s-Max=\0,%s-Flag=\0".replace("%s", code));
        }
        for (String code : codes) {
            text.append(";%s-SampleTime=\0,%s-Rtd=\0,%s-ZsRtd=\0,%s-Flag=\0".replace("%s", code));
        }
        for (String code : codes) {
            text.append(";%s-Rtd=\0,%s-Flag=\0".replace("%s", code));
        }
        text.append(
                        "##\0QN=\0;ST=\0;CN=\0;PW=\0;MN=\0;Flag=\0;PNUM=\0;PNO=\0;RF=\0;CP=\0&&RestartTime=\0;SB1-RS=\0;SB2-RS=")
                .append("\0;SB1-RT=\0;SB2-RT=\0;PolId=\0-SN=\0-Info=//\0")
                .append("LIVE SEED READMITTED 31 32 22 91 2051 2061 2031 2081 9015 2021 2041 3019 3020 2011 123456 N")
                .append(
                        "\0ST=\0;CN=\0;PW=\0;MN=\0;CP=\0&&DataTime=\0QN=\0;ST=\0;CN=\0;PW=\0;MN=\0;Flag=\0;CP=\0&&DataTime=\0");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
