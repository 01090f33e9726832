package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the parts of a frame lie, also of a damaged one: {@code |} marks the end of the segment and of the CRC. Whoever reads a
 * fault's explanation sees these parts.
 */
class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        // as it should be, with fewer digits, with none, with blanks behind
        "##0015ST=1;CP=&&a=1&&|ABCD|",
        "##0015ST=1;CP=&&a=1&&|AB|",
        "##0015ST=1;CP=&&a=1&&||",
        "'##0015ST=1;CP=&&a=1&&|ABCD|  '",
        "##ST=1;CP=&&a=1&&|ABCD|",
        "ST=1;CP=&&a=1&&|ABCD|",
        // the length finds it where the trailer is damaged: && without a CRC, or a CRC without &&
        "##0015ST=1;CP=&&a=1&&|A|Z12",
        "##0013ST=1;CP=&&a=1|ABCD|",
        "##0013ST=1;CP=&&a=1|ABCD|Z9",
        // without either, there is none
        "##0013ST=1;CP=&&a=1ABC;||",
        "##0001A||",
        // the length says nothing, something stands behind the CRC: the last trailer
        "##9999ST=1;CP=&&a=1&&|ABCD|junk",
        "##9999ST=1;CP=&&a=1&&ABCD;b=2&&|1234|xyz",
        "##9999ST=1;CP=&&a=1&&|ABCD|z",
        "##9999ST=1;CP=&&a=1&&ABCz||",
        "##9999ST=1;CP=&&ABCDjunk||",
        "##9999&&|ABCD|z",
        // more digits than a length has
        "##123456789012345ST=1&&|ABCD|"
    })
    void theSegmentAndTheCrcEnd(String drawn) {
        int end = drawn.indexOf('|');
        int crc = drawn.lastIndexOf('|') - 1;
        Layout layout = layout(drawn.replace("|", ""));
        assertThat(layout.segmentEnd).isEqualTo(end);
        assertThat(layout.crcEnd).isEqualTo(crc);
    }

    @ParameterizedTest
    @CsvSource({
        "##0015ST=1;CP=&&a=1&&ABCD, 11, 16, 19",
        "##0012ST=1;CP=&&&&ABCD, 11, 16, 16",
        "##0013ST=1;CP=&&a=1ABCD, 11, 16, -1",
        "##0010ST=1;CP=&&, 11, 16, -1",
        "##0011ST=1;CP=&&&, 11, 16, -1",
        "##0010ST=1;a&&b&&ABCD, -1, -1, -1",
        "##0007CP=&&&&ABCD, 6, 11, 11"
    })
    void theCpLies(String frame, int cp, int text, int close) {
        Layout layout = layout(frame);
        assertThat(layout.cp).isEqualTo(cp);
        assertThat(layout.cpText).isEqualTo(text);
        assertThat(layout.cpClose).isEqualTo(close);
        assertThat(layout.headerEnd()).isEqualTo(cp >= 0 ? cp : layout.segmentEnd);
        assertThat(layout.cpEnd()).isEqualTo(close >= 0 ? close : layout.segmentEnd);
    }

    @Test
    void anEmptyFrameHasNoParts() {
        for (String frame : new String[] {"", "##", "##12"}) {
            Layout layout = layout(frame);
            assertThat(layout.headed).isEqualTo(frame.startsWith("##"));
            assertThat(layout.length()).isZero();
            assertThat(layout.crcDigits()).isZero();
            assertThat(layout.declared).isEqualTo(frame.length() == 4 ? 12 : -1);
        }
    }

    private static Layout layout(String frame) {
        return new Layout(frame.getBytes(StandardCharsets.US_ASCII));
    }
}
