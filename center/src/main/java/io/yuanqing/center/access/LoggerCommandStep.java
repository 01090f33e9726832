package io.yuanqing.center.access;

import io.yuanqing.hj212.command.ExeRtn;
import io.yuanqing.hj212.command.QnRtn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the course of a command.
 *
 * @param code QnRtn of ACCEPTED and REFUSED, ExeRtn of DONE, NO_DATA and FAILED
 * @param codeZh in words, where the standard knows the code
 * @param detail what was sent or came back: the CP, or of history its DataTime
 */
record LoggerCommandStep(
        Instant at,
        StepKind kind,
        String kindZh,
        String kindEn,
        @Nullable Integer code,
        @Nullable String codeZh,
        @Nullable String codeEn,
        @Nullable String detail) {

    static LoggerCommandStep of(Instant at, StepKind kind, @Nullable Integer code, @Nullable String detail) {
        QnRtn asked = code != null && ofRequest(kind) ? QnRtn.of(code) : null;
        ExeRtn executed = code != null && !ofRequest(kind) ? ExeRtn.of(code) : null;
        return new LoggerCommandStep(
                at,
                kind,
                kind.zh(),
                kind.en(),
                code,
                asked != null ? asked.zh() : executed != null ? executed.zh() : null,
                asked != null ? asked.en() : executed != null ? executed.en() : null,
                detail);
    }

    private static boolean ofRequest(StepKind kind) {
        return kind == StepKind.ACCEPTED || kind == StepKind.REFUSED;
    }
}
