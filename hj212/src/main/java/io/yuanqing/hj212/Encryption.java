package io.yuanqing.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted CPs (HJ 212-2025 clause 6.4, A.2). Whole blocks of 16 bytes are encrypted, a shorter rest stays plain; the CRC
 * is made before. So all but the CP's bytes is the same before and after, the length too:
 *
 * <pre>
 *   ##0295QN=…;Flag=9;CP=&amp;&amp;DataTime=20240520…a21026-Flag=N&amp;&amp;2200\r\n
 *   ##0295QN=…;Flag=9;CP=&amp;&amp;|16 bytes|16 bytes|…|rest &lt; 16|&amp;&amp;2200\r\n
 * </pre>
 */
public final class Encryption {

    private static final int BLOCK = CpCipher.BLOCK;

    private Encryption() {}

    /**
     * Whether a command's CP is encrypted (clause 6.4.4): data commands 2000 to 2999, the change of keys 1014, site
     * information 3020. [GAP] The clause speaks of what the field sends; whether the centre's requests of these numbers
     * are encrypted as well is not known.
     */
    public static boolean appliesTo(String cn) {
        return cn.equals("1014") || cn.equals("3020") || cn.matches("2\\d{3}");
    }

    /** Whether the CP's first block is cipher bytes, raw or in braces. Damage in a plain text may look the same. */
    static boolean suspected(byte[] b, Layout layout) {
        if (layout.cp < 0 || layout.cpClose - layout.cpText < BLOCK) {
            return false;
        }
        if (braced(b, layout.cpText, layout.cpClose)) {
            return true;
        }
        int unprintable = 0;
        for (int i = layout.cpText; i < layout.cpText + BLOCK; i++) {
            if (b[i] < ' ' || b[i] == 0x7F) {
                unprintable++;
            }
        }
        // About ten of sixteen random bytes are no printable ASCII; two may be damage in a plain text.
        return unprintable > 2;
    }

    /** Whether text in braces as of {@link CipherForm#BRACES} begins at {@code from}. */
    static boolean braced(byte[] b, int from, int to) {
        return from + 2 < to && b[from] == '{' && b[from + 1] == '0' && (b[from + 2] | 0x20) == 'x';
    }

    /** The CP's bytes, those in braces as bytes; null when what stands in the braces is no list of bytes. */
    static byte @Nullable [] body(byte[] b, Layout layout) {
        if (!braced(b, layout.cpText, layout.cpClose)) {
            return Arrays.copyOfRange(b, layout.cpText, layout.cpClose);
        }
        int close = layout.cpText;
        while (close < layout.cpClose && b[close] != '}') {
            close++;
        }
        if (close == layout.cpClose) {
            return null;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String list = new String(b, layout.cpText + 1, close - layout.cpText - 1, StandardCharsets.ISO_8859_1);
        for (String item : list.split(",", -1)) {
            String hex = item.strip().toLowerCase(Locale.ROOT);
            if (!hex.matches("0x[0-9a-f]{1,2}")) {
                return null;
            }
            body.write(Integer.parseInt(hex.substring(2), 16));
        }
        body.write(b, close + 1, layout.cpClose - close - 1);
        return body.toByteArray();
    }

    /** Whole blocks decrypted, the rest as it is. */
    static byte[] decrypted(byte[] body, CpCipher cipher) {
        return withBlocks(body, cipher.decrypt(wholeBlocks(body)));
    }

    /** Whole blocks encrypted, the rest as it is. */
    static byte[] encrypted(byte[] body, CpCipher cipher, CipherForm form) {
        byte[] blocks = cipher.encrypt(wholeBlocks(body));
        if (form == CipherForm.RAW || blocks.length == 0) {
            return withBlocks(body, blocks);
        }
        StringBuilder braces = new StringBuilder(blocks.length * 5 + 2);
        for (byte one : blocks) {
            braces.append(braces.isEmpty() ? "{" : ",").append(String.format(Locale.ROOT, "0x%02X", one & 0xFF));
        }
        byte[] list = braces.append('}').toString().getBytes(StandardCharsets.US_ASCII);
        byte[] text = Arrays.copyOf(list, list.length + body.length - blocks.length);
        System.arraycopy(body, blocks.length, text, list.length, body.length - blocks.length);
        return text;
    }

    private static byte[] wholeBlocks(byte[] body) {
        return Arrays.copyOf(body, body.length - body.length % BLOCK);
    }

    private static byte[] withBlocks(byte[] body, byte[] blocks) {
        byte[] result = body.clone();
        System.arraycopy(blocks, 0, result, 0, blocks.length);
        return result;
    }

    /** The frame with other bytes in its CP; length, CRC and line end stay as they are. */
    static byte[] withCp(byte[] frame, Layout layout, byte[] cp) {
        byte[] result = new byte[frame.length - (layout.cpClose - layout.cpText) + cp.length];
        System.arraycopy(frame, 0, result, 0, layout.cpText);
        System.arraycopy(cp, 0, result, layout.cpText, cp.length);
        System.arraycopy(frame, layout.cpClose, result, layout.cpText + cp.length, frame.length - layout.cpClose);
        return result;
    }

    /** Whether it begins with {@code name=}, as every plain CP does that is not empty. */
    static boolean beginsWithName(byte[] b, int from, int to) {
        int i = Marks.blanksBehind(b, from, to);
        int name = i;
        while (i < to && nameByte(b[i])) {
            i++;
        }
        return i > name && i < to && b[i] == '=';
    }

    private static boolean nameByte(byte b) {
        return Marks.digit(b) || (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b == '-' || b == '_' || b == ' ';
    }

    /** Whether there is a control byte in it, as in no text. */
    static boolean binary(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((b[i] >= 0 && b[i] < ' ' && b[i] != '\r' && b[i] != '\n' && b[i] != '\t') || b[i] == 0x7F) {
                return true;
            }
        }
        return false;
    }
}
