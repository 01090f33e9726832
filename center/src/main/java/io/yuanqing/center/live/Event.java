package io.yuanqing.center.live;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server-sent events as bytes: {@code id}, {@code event} and {@code data} lines, ended by an empty line. */
final class Event {

    private Event() {}

    /**
     * @param id log position; null: the browser keeps the last one
     * @param json one line
     */
    static byte[] of(@Nullable Long id, String name, String json) {
        return ((id == null ? "" : "id:" + id + "\n") + "event:" + name + "\ndata:" + json + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
