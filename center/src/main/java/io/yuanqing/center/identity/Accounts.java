package io.yuanqing.center.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, as those who check a sign-in see them. */
@Repository
class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordSettings settings;

    Accounts(JdbcClient jdbc, Clock clock, PasswordSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** An account with the hash of its password, which leaves this room in no form. */
    record Account(SignedIn person, String passwordHash, Instant passwordSince, boolean enabled) {}

    /** Account names are compared trimmed and without regard to case. */
    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Account> find(String name) {
        return jdbc.sql("""
                        select a.id, a.name, a.display_name, a.password_hash, a.password_origin, a.password_since, a.enabled,
                          a.scope_counties, a.scope_enterprises, a.scope_contractors,
                          array(select distinct rp.permission from account_role ar join role_permission rp using (role)
                                where ar.account_id = a.id order by 1) as permissions
                        from account a where a.name = :name
                        """).param("name", normal(name)).query(this::row).optional();
    }

    /** Makes an account that holds one role, or none. */
    @Transactional
    long create(
            String name,
            String displayName,
            String passwordHash,
            PasswordOrigin origin,
            Scope scope,
            @Nullable String role) {
        long id = jdbc.sql("""
                        insert into account (name, display_name, password_hash, password_origin, password_since, created_at,
                                             scope_counties, scope_enterprises, scope_contractors)
                        values (:name, :displayName, :hash, :origin, :now, :now, :counties, :enterprises, :contractors)
                        returning id
                        """)
                .param("name", normal(name))
                .param("displayName", displayName)
                .param("hash", passwordHash)
                .param("origin", origin.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("counties", ScopeColumns.texts(scope.counties()))
                .param("enterprises", ScopeColumns.ids(scope.enterprises()))
                .param("contractors", ScopeColumns.ids(scope.contractors()))
                .query(Long.class)
                .single();
        if (role != null) {
            jdbc.sql("insert into account_role (account_id, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role)
                    .update();
        }
        return id;
    }

    /** The hash in force until now joins the former ones. */
    @Transactional
    void changePassword(long id, String passwordHash, PasswordOrigin origin) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into former_password (account_id, password_hash, until)
                        select id, password_hash, :now from account where id = :id
                        """).param("id", id).param("now", now).update();
        jdbc.sql("""
                        delete from former_password where account_id = :id and id not in (
                            select id from former_password where account_id = :id order by id desc limit :kept)
                        """).param("id", id).param("kept", settings.former()).update();
        jdbc.sql("""
                        update account set password_hash = :hash, password_origin = :origin, password_since = :now
                        where id = :id
                        """)
                .param("hash", passwordHash)
                .param("origin", origin.name())
                .param("now", now)
                .param("id", id)
                .update();
    }

    /** Hashes of the password in force and of the former ones that are remembered. */
    List<String> passwordHashes(long id) {
        return jdbc.sql("""
                        select password_hash from account where id = :id
                        union all (select password_hash from former_password where account_id = :id order by id desc limit :kept)
                        """)
                .param("id", id)
                .param("kept", settings.former())
                .query(String.class)
                .list();
    }

    private Account row(ResultSet row, int number) throws SQLException {
        Instant since = row.getObject("password_since", OffsetDateTime.class).toInstant();
        PasswordOrigin origin = PasswordOrigin.valueOf(row.getString("password_origin"));
        Array permissions = row.getArray("permissions");
        SignedIn person = new SignedIn(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                Set.of((String[]) permissions.getArray()),
                ScopeColumns.read(row),
                PasswordDue.of(origin, since, clock.instant(), settings.age()),
                null);
        return new Account(person, row.getString("password_hash"), since, row.getBoolean("enabled"));
    }
}
