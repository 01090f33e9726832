package io.yuanqing.center.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is connected. Several connections may name one MN; the newest is spoken to, all are shown. */
@Component
class Sessions {

    /** By MN, the newest connection last. */
    private final Map<String, List<LoggerConnection>> byMn = new ConcurrentHashMap<>();

    /** A connection has named an MN for the first time; returns those that it supersedes. */
    List<LoggerConnection> named(String mn, LoggerConnection connection) {
        List<LoggerConnection> all = byMn.merge(mn, List.of(connection), Sessions::joined);
        return all.subList(0, all.size() - 1);
    }

    private static List<LoggerConnection> joined(List<LoggerConnection> before, List<LoggerConnection> added) {
        List<LoggerConnection> all = new ArrayList<>(before);
        all.addAll(added);
        return List.copyOf(all);
    }

    void ended(LoggerConnection connection) {
        for (String mn : connection.mns()) {
            byMn.computeIfPresent(mn, (key, all) -> {
                List<LoggerConnection> left =
                        all.stream().filter(one -> one != connection).toList();
                return left.isEmpty() ? null : left;
            });
        }
    }

    /** Whether each MN that a connection has named was named by a later one. */
    boolean superseded(LoggerConnection connection) {
        return connection.mns().stream().noneMatch(mn -> newest(mn) == connection);
    }

    /** The connection by which an MN is spoken to; null when there is none. */
    @Nullable
    LoggerConnection newest(String normalMn) {
        List<LoggerConnection> all = byMn.get(normalMn);
        return all == null ? null : all.get(all.size() - 1);
    }

    /** By MN, of one MN the newest connection first. */
    List<LoggerSession> list() {
        List<LoggerSession> sessions = new ArrayList<>();
        byMn.forEach((mn, all) -> {
            for (int i = all.size() - 1; i >= 0; i--) {
                sessions.add(all.get(i).session(mn, i == all.size() - 1));
            }
        });
        sessions.sort(Comparator.comparing(LoggerSession::mn)); // stable
        return sessions;
    }
}
