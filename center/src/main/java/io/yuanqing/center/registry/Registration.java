package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The act of registering a point; runs in the transaction of {@link Points#register}. */
@Component
class Registration {

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Bindings bindings;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    Registration(JdbcClient jdbc, Caller caller, Bindings bindings, ApplicationEventPublisher events, JsonMapper json) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.bindings = bindings;
        this.events = events;
        this.json = json;
    }

    /** Returns the new point's id. */
    long register(NewPoint wanted) {
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        long enterprise = enterprise(Objects.requireNonNull(wanted.enterpriseId()));
        String mn = Objects.requireNonNull(wanted.mn()).strip();
        String normalMn = Mn.normal(mn);
        bindings.holderOf(normalMn).ifPresent(holder -> {
            throw Refusal.conflict("MN '" + normalMn + "' is already registered for " + holder
                    + ". An MN speaks for one point at a time.");
        });
        long point = insert(wanted, mn, outlet(enterprise, wanted));
        Instant from = endOfLastBinding(normalMn);
        try {
            bindings.open(normalMn, point, from);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("MN '" + mn + "' is being registered by somebody else at this moment");
        }
        events.publishEvent(new PointChanged(point, normalMn, from));
        return point;
    }

    private long enterprise(long id) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        Scoped.bind(parameters, caller.reach());
        return jdbc.sql("select e.id from enterprise e where e.id = :id " + Scoped.CONDITION + " for share of e")
                .params(parameters)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.invalid(
                        "enterpriseId",
                        id + " is no enterprise on record; register it first with POST /api/enterprises"));
    }

    /** An MN that spoke for another point before begins here when it ended there; a new one counts since ever. */
    private @Nullable Instant endOfLastBinding(String normalMn) {
        Instant end = null;
        for (LoggerBinding binding : bindings.ofMn(normalMn)) {
            end = binding.to();
        }
        return end;
    }

    private long outlet(long enterprise, NewPoint wanted) {
        String name = wanted.outletName() == null || wanted.outletName().isBlank()
                ? Objects.requireNonNull(wanted.name())
                : wanted.outletName();
        return jdbc.sql(
                        "select id from outlet where enterprise_id = :enterprise and name = btrim(:name) order by id limit 1")
                .param("enterprise", enterprise)
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElseGet(() -> jdbc.sql(
                                "insert into outlet (enterprise_id, name) values (:enterprise, btrim(:name)) returning id")
                        .param("enterprise", enterprise)
                        .param("name", name)
                        .query(Long.class)
                        .single());
    }

    private long insert(NewPoint wanted, String mn, long outlet) {
        Medium medium = Objects.requireNonNull(wanted.medium());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("outlet", outlet);
        row.put("mn", mn);
        row.put("name", wanted.name());
        row.put("medium", medium.name());
        row.put("st", wanted.st() == null ? medium.st() : wanted.st());
        row.put("edition", wanted.edition());
        row.put("factors", texts(wanted.factors(), List.of()));
        row.put("assessed", texts(wanted.assessedFactors(), medium.assessedFactors()));
        row.put("oxygen", wanted.referenceOxygen());
        row.put("oxygenByFactor", json.writeValueAsString(orElse(wanted.referenceOxygenByFactor(), Map.of())));
        row.put("connectedFrom", wanted.connectedFrom());
        row.put("endStamped", orElse(wanted.endStamped(), false));
        row.put("minuteInterval", wanted.minuteInterval());
        row.put("autoCommands", orElse(wanted.autoCommands(), false));
        row.put("password", wanted.password());
        return jdbc.sql("""
                        insert into monitoring_point (outlet_id, mn, name, medium, st, edition, factors, assessed_factors,
                          reference_oxygen, reference_oxygen_by_factor, connected_from, end_stamped, minute_interval,
                          auto_commands, logger_password)
                        values (:outlet, :mn, btrim(:name), :medium, :st, :edition, :factors, :assessed,
                          cast(:oxygen as numeric), cast(:oxygenByFactor as jsonb), cast(:connectedFrom as date), :endStamped,
                          cast(:minuteInterval as integer), :autoCommands, :password)
                        returning id
                        """).params(row).query(Long.class).single();
    }

    private static String[] texts(@Nullable List<String> given, List<String> otherwise) {
        return orElse(given, otherwise).toArray(String[]::new);
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
