package io.yuanqing.center.access;

import io.yuanqing.hj212.command.Command;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command to a logger, and what became of it.
 *
 * @param mn to which it goes, normal form
 * @param command its row of the catalogue, see GET /api/commands
 * @param parameters as asked for; secrets are shown as asterisks
 * @param control whether it acts on the field's instruments or can lock the centre out: it needs a second confirmation
 * @param requestedBy who asked; {@code (server)} where nobody did
 * @param qn under which it was sent; null before
 * @param packets data received so far
 * @param steps oldest first; of history the first packets and then every hundredth
 */
record LoggerCommand(
        long id,
        String mn,
        Command command,
        String cn,
        String nameZh,
        String nameEn,
        Map<String, Object> parameters,
        @Nullable String reason,
        boolean control,
        CommandState state,
        String stateZh,
        String stateEn,
        String requestedBy,
        Instant requestedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String qn,
        int packets,
        @Nullable Instant endedAt,
        List<LoggerCommandStep> steps) {

    LoggerCommand with(List<LoggerCommandStep> others) {
        return new LoggerCommand(
                id,
                mn,
                command,
                cn,
                nameZh,
                nameEn,
                parameters,
                reason,
                control,
                state,
                stateZh,
                stateEn,
                requestedBy,
                requestedAt,
                confirmedBy,
                confirmedAt,
                qn,
                packets,
                endedAt,
                others);
    }
}
