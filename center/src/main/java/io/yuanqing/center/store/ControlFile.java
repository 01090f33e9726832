package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The beginning of {@code global/pg_control}: eight bytes in the machine's order, the system identifier. */
final class ControlFile {

    private ControlFile() {}

    static String system(Path cluster) throws IOException {
        byte[] bytes = Files.readAllBytes(cluster.resolve("global").resolve("pg_control"));
        return Long.toUnsignedString(
                ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong());
    }
}
