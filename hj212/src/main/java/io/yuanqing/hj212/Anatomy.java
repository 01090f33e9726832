package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Explains every byte of a frame, for people who want to see what a logger sent. */
final class Anatomy {

    private final byte[] bytes;
    private final List<Part> parts = new ArrayList<>();

    private Anatomy(byte[] bytes) {
        this.bytes = bytes;
    }

    static List<Part> of(byte[] bytes, boolean encrypted) {
        Anatomy anatomy = new Anatomy(bytes);
        Layout layout = new Layout(bytes);
        if (!layout.headed) {
            anatomy.add(Part.Kind.UNKNOWN, 0, bytes.length);
            return List.copyOf(anatomy.parts);
        }
        anatomy.add(Part.Kind.HEAD, 0, 2);
        anatomy.add(Part.Kind.LENGTH, 2, layout.segment);
        anatomy.fields(Part.Kind.HEADER, layout.segment, layout.headerEnd());
        if (layout.cp >= 0) {
            anatomy.add(Part.Kind.CP_OPEN, layout.cp, layout.cpText);
            if (encrypted) {
                anatomy.add(Part.Kind.CP_OPAQUE, layout.cpText, layout.cpEnd());
            } else {
                anatomy.fields(Part.Kind.CP_NAME_VALUE, layout.cpText, layout.cpEnd());
            }
            if (layout.cpClose >= 0) {
                anatomy.add(Part.Kind.CP_CLOSE, layout.cpClose, layout.segmentEnd);
            }
        }
        anatomy.add(Part.Kind.CRC, layout.segmentEnd, layout.crcEnd);
        int tail = Marks.blanksBehind(bytes, layout.crcEnd, bytes.length);
        anatomy.add(Part.Kind.TAIL, layout.crcEnd, tail);
        anatomy.add(Part.Kind.UNKNOWN, tail, bytes.length);
        return List.copyOf(anatomy.parts);
    }

    private void add(Part.Kind kind, int start, int end) {
        if (start < end) {
            parts.add(new Part(kind, "", Text.trimmed(bytes, start, end), start, end));
        }
    }

    /** Pieces between separators; text between slashes is one piece, as the {@link CpScanner} reads it. */
    private void fields(Part.Kind kind, int from, int to) {
        // Latin-1 keeps one character per byte, so that the pieces' places are those of the bytes.
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        CpScanner pieces = new CpScanner(text);
        while (pieces.advance()) {
            int start = from + pieces.start;
            int end = from + pieces.end;
            int whole = Math.min(end + 1, to);
            if (pieces.equals < 0) {
                if (start < whole) {
                    parts.add(new Part(kind, "", Text.trimmed(bytes, start, end), start, whole));
                }
            } else {
                int equals = from + pieces.equals;
                parts.add(new Part(
                        kind, Text.trimmed(bytes, start, equals), Text.trimmed(bytes, equals + 1, end), start, whole));
            }
        }
    }
}
