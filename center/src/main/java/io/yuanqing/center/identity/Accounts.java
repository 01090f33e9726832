package io.yuanqing.center.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts on record. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account with the hash of its password, which leaves this room in no form. */
    record Account(SignedIn person, String passwordHash, boolean enabled) {}

    /** Account names are compared trimmed and without regard to case. */
    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Account> find(String name) {
        return jdbc.sql("""
                        select a.id, a.name, a.display_name, a.password_hash, a.enabled, a.scope_counties, a.scope_enterprises,
                          a.scope_contractors,
                          array(select distinct rp.permission from account_role ar join role_permission rp using (role)
                                where ar.account_id = a.id order by 1) as permissions
                        from account a where a.name = :name
                        """).param("name", normal(name)).query(Accounts::row).optional();
    }

    /** Makes an account that sees the whole city and holds one role, or none. */
    @Transactional
    void create(String name, String displayName, String passwordHash, @Nullable String role) {
        long id = jdbc.sql("""
                        insert into account (name, display_name, password_hash) values (:name, :displayName, :hash)
                        returning id
                        """)
                .param("name", normal(name))
                .param("displayName", displayName)
                .param("hash", passwordHash)
                .query(Long.class)
                .single();
        if (role != null) {
            jdbc.sql("insert into account_role (account_id, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role)
                    .update();
        }
    }

    void changePassword(long id, String passwordHash) {
        jdbc.sql("update account set password_hash = :hash where id = :id")
                .param("hash", passwordHash)
                .param("id", id)
                .update();
    }

    private static Account row(ResultSet row, int number) throws SQLException {
        Array counties = row.getArray("scope_counties");
        Scope scope = new Scope(
                counties == null ? null : Set.of((String[]) counties.getArray()),
                ids(row.getArray("scope_enterprises")),
                ids(row.getArray("scope_contractors")));
        SignedIn person = new SignedIn(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                scope);
        return new Account(person, row.getString("password_hash"), row.getBoolean("enabled"));
    }

    private static @Nullable Set<Long> ids(@Nullable Array array) throws SQLException {
        return array == null ? null : Set.of((Long[]) array.getArray());
    }
}
