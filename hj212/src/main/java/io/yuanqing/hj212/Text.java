package io.yuanqing.hj212;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads text: UTF-8 as the standard says, else GB18030 (with GBK and GB2312 within it), which loggers send as well. */
final class Text {

    static final Charset GB18030 = Charset.forName("GB18030");

    /** The ASCII characters as texts: most flags are one letter. */
    private static final String[] ONE = new String[128];

    static {
        for (char c = 0; c < ONE.length; c++) {
            ONE[c] = String.valueOf(c).intern();
        }
    }

    private Text() {}

    static String of(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || written(text, bytes, from, to)
                ? text
                : new String(bytes, from, to - from, GB18030);
    }

    /** Whether the text's replacement characters stand in the bytes: a device that could not read its own log sends them. */
    private static boolean written(String text, byte[] bytes, int from, int to) {
        byte[] again = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, from, to);
    }

    /** Without the blanks around it. */
    static String trimmed(byte[] bytes, int from, int to) {
        int first = Marks.blanksBehind(bytes, from, to);
        return of(bytes, first, Marks.blanksBefore(bytes, to, first));
    }

    static String between(String text, int from, int to) {
        if (to - from == 1 && text.charAt(from) < ONE.length) {
            return ONE[text.charAt(from)];
        }
        return from < to ? text.substring(from, to) : "";
    }

    /** Where {@code text[from, to)} begins without white space before it, also that of other scripts. */
    static int strippedStart(String text, int from, int to) {
        int i = from;
        while (i < to && white(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int strippedEnd(String text, int from, int to) {
        int i = to;
        while (i > from && white(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean white(char c) {
        return (c <= ' ' || c > '~') && Character.isWhitespace(c);
    }

    /**
     * Where the character {@code index} of the text that was read from {@code [from, to)} lies in the bytes. They are read
     * again: what no charset knows is one character, whatever that takes in bytes.
     */
    static int offset(byte[] bytes, int from, int to, String text, int index) {
        boolean isUtf8 = new String(bytes, from, to - from, StandardCharsets.UTF_8).startsWith(text);
        ByteBuffer read = ByteBuffer.wrap(bytes, from, to - from);
        (isUtf8 ? StandardCharsets.UTF_8 : GB18030)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(read, CharBuffer.allocate(index), true);
        return read.position();
    }
}
