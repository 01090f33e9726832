package io.yuanqing.center.access;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Sm4;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.PermissionHolders;
import io.yuanqing.center.registry.LoggerKeys;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks, confirms and shows commands, within the data scope of the caller. A command is on record before it is sent. */
@Component
class LoggerCommands {

    static final String MAY_CONTROL = "access.control";

    private static final int LONGEST_REASON = 500;
    private static final String ANY_QN = "20260101000000000";
    private static final Map<String, Object> ANY_KEY =
            Map.of("SKCreateTime", ANY_QN, "NewSK", "0".repeat(Sm4.KEY_LENGTH));

    private final Points points;
    private final Caller caller;
    private final PermissionHolders holders;
    private final CommandRows rows;
    private final LoggerLines lines;
    private final LoggerKeys keys;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LoggerCommands(
            Points points,
            Caller caller,
            PermissionHolders holders,
            CommandRows rows,
            LoggerLines lines,
            LoggerKeys keys,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.points = points;
        this.caller = caller;
        this.holders = holders;
        this.rows = rows;
        this.lines = lines;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What stands in the trail. */
    private record Trailed(
            String mn,
            Command command,
            Map<String, Object> parameters,
            @Nullable String reason) {}

    /**
     * Puts a command on record and sends it, or lets it wait for its confirmation.
     *
     * @throws Refusal 404 when there is no such point in the caller's scope, 400 naming what is wrong, 403 for a control
     *     command without the permission, 409 when the logger is not connected or has too many commands
     */
    LoggerCommand ask(String mn, NewCommand wanted) {
        MonitoringPoint point = point(mn);
        Command command = command(wanted.command());
        if (CommandText.control(command) && !caller.may(MAY_CONTROL)) {
            throw Refusal.forbidden(command + " acts on instruments or can lock the centre out: '" + caller.name()
                    + "' lacks the permission " + MAY_CONTROL + "; an administrator can grant it");
        }
        if (wanted.reason() != null && wanted.reason().length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "has more than " + LONGEST_REASON + " characters");
        }
        Map<String, Object> parameters = wanted.parameters() == null ? Map.of() : wanted.parameters();
        checked(point, command, parameters);
        return record(point, command, parameters, wanted.reason());
    }

    /**
     * A command that nobody asked for; the caller has seen to it that the point takes such.
     *
     * @return false when the logger is not connected or has too many commands
     */
    boolean askAutomatically(MonitoringPoint point, Command command, Map<String, Object> parameters, String reason) {
        Edition edition = Edition.ofYear(point.edition());
        if (command.clause(edition) == null) {
            return false;
        }
        try {
            record(point, command, parameters, reason);
            return true;
        } catch (Refusal goneOrFull) {
            return false;
        }
    }

    private LoggerCommand record(
            MonitoringPoint point, Command command, Map<String, Object> parameters, @Nullable String reason) {
        String mn = Mn.normal(point.mn());
        boolean control = CommandText.control(command);
        LoggerLine line = control ? null : reserved(mn);
        CommandState state = control ? CommandState.AWAITS_CONFIRMATION : CommandState.QUEUED;
        if (control) {
            requireConnected(mn);
        }
        Long id = null;
        try {
            id = transaction.execute(open -> {
                long inserted = rows.insert(
                        point.id(),
                        mn,
                        command,
                        point.edition(),
                        parameters,
                        reason,
                        state,
                        caller.name(),
                        clock.instant());
                trail.record(
                        "COMMAND_ASKED",
                        "command:" + inserted,
                        null,
                        new Trailed(mn, command, CommandText.withoutSecrets(command, parameters), reason));
                return inserted;
            });
        } finally {
            if (id == null && line != null) {
                line.release();
            }
        }
        if (line != null) {
            line.ask(job(Objects.requireNonNull(id), point, command, parameters, null));
        }
        return rows.find(Objects.requireNonNull(id)).orElseThrow().shown();
    }

    /**
     * The second yes to a control command: of another person where there is one who may give it, else of the same.
     *
     * @throws Refusal 404 outside the caller's scope, 403 when another has to confirm it, 409 when it waits no more, has
     *     waited too long or the logger is not connected
     */
    LoggerCommand confirm(long id) {
        CommandRows.Row row = scoped(id);
        MonitoringPoint point = points.byId(row.pointId()).orElseThrow();
        LoggerCommand asked = awaiting(row.shown());
        Instant now = clock.instant();
        if (asked.requestedAt().plus(lines.settings().confirmWithin()).isBefore(now)) {
            throw Refusal.conflict("Command " + id + " has waited for longer than "
                    + lines.settings().confirmWithin().toMinutes()
                    + " minutes, the field may have changed; withdraw it and ask again");
        }
        boolean same = caller.name().equals(asked.requestedBy());
        if (same && holders.another(MAY_CONTROL, point.county(), point.enterpriseId(), caller.name())) {
            throw Refusal.forbidden("Command " + id + " (" + asked.command() + ") was asked for by '" + caller.name()
                    + "'; another person with the permission " + MAY_CONTROL + " has to confirm it");
        }
        if (!Mn.normal(point.mn()).equals(asked.mn())) {
            throw Refusal.conflict("Command " + id + " was meant for the logger with MN '" + asked.mn()
                    + "', which was swapped since; withdraw it and ask again");
        }
        LoggerLine line = reserved(asked.mn());
        Optional<LoggerKeys.Offer> key = Optional.empty();
        boolean done = false;
        try {
            key = Objects.requireNonNull(transaction.execute(open -> {
                decide(id, CommandState.QUEUED, StepKind.CONFIRMED, "COMMAND_CONFIRMED", now);
                return asked.command() == Command.SET_KEY
                        ? Optional.of(keys.offer(asked.mn()))
                        : Optional.<LoggerKeys.Offer>empty();
            }));
            done = true;
        } finally {
            if (!done) {
                line.release();
            }
        }
        line.ask(job(id, point, asked.command(), row.secretParameters(), key.orElse(null)));
        return rows.find(id).orElseThrow().shown();
    }

    /**
     * Takes back a command that awaits its confirmation.
     *
     * @throws Refusal 404 outside the caller's scope, 409 when it waits no more
     */
    LoggerCommand withdraw(long id) {
        awaiting(scoped(id).shown());
        transaction.executeWithoutResult(
                open -> decide(id, CommandState.WITHDRAWN, StepKind.WITHDRAWN, "COMMAND_WITHDRAWN", clock.instant()));
        return rows.find(id).orElseThrow().shown();
    }

    LoggerCommand find(long id) {
        return scoped(id).shown();
    }

    /** Of the point of an MN, newest first. */
    List<LoggerCommand> ofPoint(String mn, int limit) {
        return rows.ofPoint(point(mn).id(), limit);
    }

    private void decide(long id, CommandState state, StepKind step, String act, Instant now) {
        String confirmedBy = state == CommandState.QUEUED ? caller.name() : null;
        if (!rows.decided(id, state, confirmedBy, now)) {
            throw Refusal.conflict("Command " + id + " was decided by somebody else at this moment");
        }
        rows.step(id, step, now, caller.name());
        trail.record(act, "command:" + id, null, Map.of("state", state));
    }

    private static LoggerCommand awaiting(LoggerCommand command) {
        if (command.state() != CommandState.AWAITS_CONFIRMATION) {
            throw Refusal.conflict("Command " + command.id() + " awaits no confirmation: it is " + command.state());
        }
        return command;
    }

    private CommandRows.Row scoped(long id) {
        return rows.find(id)
                .filter(row -> points.visible(row.pointId()))
                .orElseThrow(() -> Refusal.notFound("There is no command " + id + " in your data scope"));
    }

    private MonitoringPoint point(String mn) {
        return points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
    }

    private static Command command(@Nullable String name) {
        for (Command command : Command.values()) {
            if (command.name().equals(name) && CommandText.sendable(command)) {
                return command;
            }
        }
        throw Refusal.invalid(
                "command",
                name == null
                        ? "is missing; it is required"
                        : "'" + name + "' is no command that the centre can be asked to send; GET /api/commands lists"
                                + " them: those with a group");
    }

    /** Made and thrown away, so that the caller reads at once what is wrong. */
    private void checked(MonitoringPoint point, Command command, Map<String, Object> parameters) {
        if (command == Command.SET_KEY && !parameters.isEmpty()) {
            throw Refusal.invalid(
                    "parameters", "SET_KEY takes none: the server makes the key by chance, and nobody sees it");
        }
        LoggerLine.Job job = job(0, point, command, parameters, null);
        Envelope envelope = Envelope.wantingAnswer(ANY_QN, job.st(), "", job.mn(), job.edition());
        try {
            Map<String, Object> tried = command == Command.SET_KEY ? ANY_KEY : parameters;
            CommandText.packet(command, tried, job.edition(), envelope, clock.instant());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("parameters", String.valueOf(e.getMessage()));
        }
        if (command == Command.SET_KEY) {
            keys.requireInForce(Mn.normal(point.mn()));
        }
    }

    private LoggerLine.Job job(
            long id,
            MonitoringPoint point,
            Command command,
            Map<String, Object> parameters,
            LoggerKeys.@Nullable Offer key) {
        String st = point.st() == null ? "91" : point.st();
        return new LoggerLine.Job(
                id,
                command,
                key == null ? parameters : CommandText.keyParameters(key),
                Edition.ofYear(point.edition()),
                point.mn(),
                CommandText.st(command, st),
                id == 0 ? null : points.loggerPassword(point.id()).orElse(null),
                caller.signedIn().isEmpty(),
                key);
    }

    private LoggerLine reserved(String mn) {
        requireConnected(mn);
        LoggerLine line = lines.of(mn);
        if (!line.reserve()) {
            throw Refusal.conflict(
                    "The logger with MN '" + mn + "' has " + lines.settings().waitingPerLogger()
                            + " commands that wait or run; ask again when some have ended");
        }
        return line;
    }

    private void requireConnected(String mn) {
        if (!lines.connected(mn)) {
            throw Refusal.conflict("The logger with MN '" + mn
                    + "' is not connected: it can be commanded once it has connected and sent a packet");
        }
    }
}
