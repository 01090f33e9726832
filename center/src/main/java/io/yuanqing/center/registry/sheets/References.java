package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What rows refer to, in the caller's scope. */
@Component
class References {

    private final Enterprises enterprises;
    private final Points points;

    References(Enterprises enterprises, Points points) {
        this.enterprises = enterprises;
        this.points = points;
    }

    /** @throws Refusal when the cell names none, or several */
    Enterprise enterprise(Row row, String column) {
        String named = row.need(column);
        Optional<Enterprise> byCode = byCode(named);
        if (byCode.isPresent()) {
            return byCode.get();
        }
        List<Enterprise> found = enterprises.byName(named);
        if (found.size() > 1) {
            throw refused(
                    column,
                    "there are several enterprises named '" + named + "'; write the credit code",
                    "AMBIGUOUS",
                    named);
        }
        if (found.isEmpty()) {
            throw refused(
                    column,
                    "no enterprise in your data scope has the name or credit code '" + named + "'",
                    "NO_ENTERPRISE",
                    named);
        }
        return found.get(0);
    }

    Optional<Enterprise> byCode(String code) {
        return enterprises.byCreditCode(code.toUpperCase(Locale.ROOT)).flatMap(found -> enterprises.seen(found.id()));
    }

    /** @throws Refusal when no point has or had that MN */
    MonitoringPoint point(Row row, String column) {
        String mn = row.need(column);
        return points.ofMn(mn)
                .orElseThrow(() ->
                        refused(column, "no point in your data scope has or had the MN '" + mn + "'", "NO_POINT", mn));
    }

    static Refusal refused(String column, String message, String rule, String argument) {
        return Refusal.conflict(new FieldProblem(column, message, rule, List.of(argument)));
    }
}
