package io.yuanqing.center.rules;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.yuanqing.center.Center;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dated parameters; from memory as a rule, so they may be asked for every packet. */
@Repository
public class Rules {

    private static final String SELECT = """
            select code, value, unit, effective_from, effective_to, meaning, legal_basis from rule_parameter
            """;

    /** How long a change made elsewhere may go unnoticed here. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MOST_CODES = 10_000;

    private final JdbcClient jdbc;
    private final LoadingCache<String, List<RuleParameter>> byCode;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.byCode = Caffeine.newBuilder()
                .maximumSize(MOST_CODES)
                .refreshAfterWrite(KEPT) // aside: whoever asks is never kept waiting for the database
                .build(this::load);
    }

    /**
     * The value in effect on that day of the city.
     *
     * @throws IllegalStateException naming the code, when there is no such parameter or it has no value on that day
     */
    public BigDecimal number(String code, LocalDate day) {
        List<RuleParameter> values = byCode.get(code);
        for (RuleParameter parameter : values) {
            if (parameter.covers(day)) {
                return parameter.value();
            }
        }
        throw new IllegalStateException(
                values.isEmpty()
                        ? "There is no parameter " + code + "; a migration of the room that needs it must insert it"
                        : "Parameter " + code + " has no value on " + day + "; see GET /api/rules");
    }

    /** The value in effect at that moment. */
    public BigDecimal number(String code, Instant when) {
        return number(code, LocalDate.ofInstant(when, Center.CITY_ZONE));
    }

    /**
     * A parameter to be asked again and again; asking for one that does not exist fails here, at the start of the
     * server, rather than at the first packet.
     *
     * @throws IllegalStateException when no row has that code
     */
    public DatedNumber dated(String code) {
        if (byCode.get(code).isEmpty()) {
            number(code, LocalDate.EPOCH);
        }
        return when -> number(code, when);
    }

    /** All values of all parameters, by code and time. */
    public List<RuleParameter> all() {
        return jdbc.sql(SELECT + " order by code, effective_from nulls first")
                .query(RuleParameter.class)
                .list();
    }

    private List<RuleParameter> load(String code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(RuleParameter.class)
                .list();
    }

    /** A parameter's value over time. */
    @FunctionalInterface
    public interface DatedNumber {

        /** The value in effect at that moment. */
        BigDecimal at(Instant when);
    }
}
