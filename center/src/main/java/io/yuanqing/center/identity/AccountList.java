package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts, as those who keep them see them. */
@Repository
class AccountList {

    private static final String SELECT = """
            select a.id, a.name, a.display_name, a.enabled, a.scope_counties, a.scope_enterprises, a.scope_contractors,
              a.created_at, a.password_since, a.password_origin,
              array(select role from account_role ar where ar.account_id = a.id order by 1) as roles,
              exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as second_factor,
              (select l.locked_until from lock_out l where l.key = 'name ' || a.name and l.locked_until > :now) as locked_until
            from account a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration age;

    AccountList(JdbcClient jdbc, Clock clock, PasswordSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.age = settings.age();
    }

    /** All, by name. */
    List<AccountView> all() {
        return jdbc.sql(SELECT + " order by a.name")
                .param("now", now())
                .query(this::row)
                .list();
    }

    /** @throws Refusal 404 when there is none */
    AccountView get(long id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("now", now())
                .param("id", id)
                .query(this::row)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no account " + id));
    }

    private AccountView row(ResultSet row, int number) throws SQLException {
        Instant since = row.getObject("password_since", OffsetDateTime.class).toInstant();
        PasswordOrigin origin = PasswordOrigin.valueOf(row.getString("password_origin"));
        return new AccountView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                row.getBoolean("enabled"),
                List.of((String[]) row.getArray("roles").getArray()),
                ScopeColumns.read(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                since,
                PasswordDue.of(origin, since, clock.instant(), age),
                row.getBoolean("second_factor"),
                instant(row.getObject("locked_until", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
