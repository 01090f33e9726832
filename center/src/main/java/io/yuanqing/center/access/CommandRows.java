package io.yuanqing.center.access;

import io.yuanqing.center.identity.Caller;
import io.yuanqing.hj212.command.Command;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The commands on record. Whose they are is the caller's question. */
@Repository
class CommandRows {

    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final JdbcTemplate sql;
    private final JsonMapper json;

    CommandRows(JdbcTemplate sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A row with what is not shown: the parameters as they are sent. */
    record Row(long pointId, String edition, Map<String, Object> secretParameters, LoggerCommand shown) {

        Row with(List<LoggerCommandStep> steps) {
            return new Row(pointId, edition, secretParameters, shown.with(steps));
        }
    }

    long insert(
            long pointId,
            String mn,
            Command command,
            String edition,
            Map<String, Object> parameters,
            @Nullable String reason,
            CommandState state,
            String by,
            Instant at) {
        Long id = sql.queryForObject(
                """
                insert into logger_command
                    (point_id, mn, command, edition, parameters, reason, state, requested_by, requested_at)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?) returning id""",
                Long.class,
                pointId,
                mn,
                command.name(),
                edition,
                json.writeValueAsString(parameters),
                reason,
                state.name(),
                by,
                Timestamp.from(at));
        return java.util.Objects.requireNonNull(id);
    }

    /** Decides between two who confirm or withdraw at the same moment: true for the first. */
    boolean decided(long id, CommandState state, @Nullable String confirmedBy, Instant at) {
        return sql.update(
                        """
                        update logger_command set state = ?, confirmed_by = ?, confirmed_at = ?, ended_at = ?
                         where id = ? and state = 'AWAITS_CONFIRMATION'""",
                        state.name(),
                        confirmedBy,
                        confirmedBy == null ? null : Timestamp.from(at),
                        state.ended() ? Timestamp.from(at) : null,
                        id)
                == 1;
    }

    void step(long id, StepKind kind, Instant at, @Nullable String detail) {
        sql.update(
                "insert into logger_command_step (command_id, at, kind, detail) values (?, ?, ?, ?)",
                id,
                Timestamp.from(at),
                kind.name(),
                detail);
    }

    /** The last QN that was used; null before the first. */
    @Nullable
    String lastQn() {
        return sql.queryForObject("select max(qn) from logger_command", String.class);
    }

    /** Ends what an earlier run of the server left: nobody waits for its replies any more. */
    int endUnfinished(Instant at) {
        Integer ended = sql.queryForObject("""
                with ended as (
                    update logger_command set state = 'RESTARTED', ended_at = ?
                     where ended_at is null and state <> 'AWAITS_CONFIRMATION' returning id),
                step as (
                    insert into logger_command_step (command_id, at, kind) select id, ?, 'RESTARTED' from ended)
                select count(*) from ended""", Integer.class, Timestamp.from(at), Timestamp.from(at));
        return ended == null ? 0 : ended;
    }

    /**
     * What nobody asked for again: requests for history of a point that are under way, that the logger has answered, or that
     * have failed three times.
     */
    List<Pull> settledPulls(long pointId, Instant since) {
        return sql.query(
                """
                select command, parameters ->> 'BeginTime', parameters ->> 'EndTime' from logger_command
                 where point_id = ? and requested_at >= ? and reason = ? and requested_by = ?
                 group by 1, 2, 3
                having bool_or(ended_at is null or state in ('DONE', 'NO_DATA', 'REFUSED')) or count(*) >= 3""",
                (row, n) -> new Pull(
                        Command.valueOf(row.getString(1)),
                        LocalDateTime.parse(row.getString(2), DIGITS),
                        LocalDateTime.parse(row.getString(3), DIGITS)),
                pointId,
                Timestamp.from(since),
                HistoryPull.REASON,
                Caller.SERVER);
    }

    Optional<Row> find(long id) {
        return rows("select * from logger_command where id = ?", id).stream().findFirst();
    }

    /** Of a point, newest first. */
    List<LoggerCommand> ofPoint(long pointId, int limit) {
        return rows("select * from logger_command where point_id = ? order by id desc limit ?", pointId, limit).stream()
                .map(Row::shown)
                .toList();
    }

    private List<Row> rows(String query, Object... values) {
        List<Row> bare = sql.query(query, (row, n) -> row(row), values);
        Map<Long, List<LoggerCommandStep>> steps =
                steps(bare.stream().map(row -> row.shown().id()).toList());
        return bare.stream()
                .map(row -> row.with(steps.getOrDefault(row.shown().id(), List.of())))
                .toList();
    }

    private Map<Long, List<LoggerCommandStep>> steps(Collection<Long> ids) {
        Map<Long, List<LoggerCommandStep>> steps = new HashMap<>();
        sql.query(
                "select command_id, at, kind, code, detail from logger_command_step where command_id = any (?) order by id",
                row -> {
                    steps.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(LoggerCommandStep.of(
                                    row.getTimestamp(2).toInstant(),
                                    StepKind.valueOf(row.getString(3)),
                                    row.getObject(4, Integer.class),
                                    row.getString(5)));
                },
                (Object) ids.toArray(Long[]::new));
        return steps;
    }

    private Row row(ResultSet row) throws SQLException {
        Command command = Command.valueOf(row.getString("command"));
        CommandState state = CommandState.valueOf(row.getString("state"));
        Map<String, Object> parameters = json.readValue(row.getString("parameters"), PARAMETERS);
        return new Row(
                row.getLong("point_id"),
                row.getString("edition"),
                parameters,
                new LoggerCommand(
                        row.getLong("id"),
                        row.getString("mn"),
                        command,
                        command.cn(),
                        command.zh(),
                        command.en(),
                        CommandText.withoutSecrets(command, parameters),
                        row.getString("reason"),
                        CommandText.control(command),
                        state,
                        state.zh(),
                        state.en(),
                        row.getString("requested_by"),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getString("confirmed_by"),
                        instant(row.getTimestamp("confirmed_at")),
                        row.getString("qn"),
                        row.getInt("packets"),
                        instant(row.getTimestamp("ended_at")),
                        List.of()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
