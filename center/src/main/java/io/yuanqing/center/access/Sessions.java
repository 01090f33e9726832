package io.yuanqing.center.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is connected: one line per MN; when two connections name the same MN, the newest is shown. */
@Component
class Sessions {

    private final Map<String, LoggerConnection> newest = new ConcurrentHashMap<>();

    void named(String mn, LoggerConnection connection) {
        newest.put(mn, connection);
    }

    void ended(LoggerConnection connection) {
        connection.mns().forEach(mn -> newest.remove(mn, connection));
    }

    /** The connection by which an MN is spoken to; null when there is none. */
    @Nullable
    LoggerConnection newest(String normalMn) {
        return newest.get(normalMn);
    }

    List<LoggerSession> list() {
        return newest.entrySet().stream()
                .map(entry -> entry.getValue().session(entry.getKey()))
                .sorted(Comparator.comparing(LoggerSession::mn))
                .toList();
    }
}
