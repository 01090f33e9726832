package io.yuanqing.center.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kinds of file an archive takes, told by their first bytes and not by their names. */
enum FileType {
    PDF("application/pdf", List.of("pdf"), bytes("%PDF-")),
    PNG("image/png", List.of("png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    /** Word, Excel and OFD are ZIP archives. */
    OFFICE("application/octet-stream", List.of("docx", "xlsx", "ofd"), new byte[] {'P', 'K', 3, 4});

    private final String type;
    private final List<String> endings;
    private final byte[] start;

    FileType(String type, List<String> endings, byte[] start) {
        this.type = type;
        this.endings = endings;
        this.start = start;
    }

    /** As it is served. */
    String type() {
        return type;
    }

    /** The kind that both the content and the ending of the name agree on. */
    static Optional<FileType> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (FileType one : values()) {
            boolean starts = content.length >= one.start.length
                    && Arrays.equals(one.start, Arrays.copyOf(content, one.start.length));
            if (starts && one.endings.contains(ending)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
