package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roles on record, in the order in which they were made. */
@Repository
class Roles {

    private static final String SELECT = """
            select r.name, r.display_name, r.power, r.bound_to,
              array(select permission from role_permission rp where rp.role = r.name order by 1) as permissions
            from role r
            """;

    private final JdbcClient jdbc;

    Roles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can be permitted. */
    record Permission(String name, String description) {}

    List<RoleView> all() {
        return jdbc.sql(SELECT + " order by r.power nulls last, r.bound_to = 'CITY' desc, r.name")
                .query(Roles::row)
                .list();
    }

    /** @throws Refusal 404 when there is none */
    RoleView get(String name) {
        return jdbc.sql(SELECT + " where r.name = :name")
                .param("name", name)
                .query(Roles::row)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no role '" + name + "'; GET /api/roles lists them"));
    }

    List<Permission> permissions() {
        return jdbc.sql("select name, description from permission order by name")
                .query(Permission.class)
                .list();
    }

    void change(String role, Set<String> permissions) {
        jdbc.sql("delete from role_permission where role = :role")
                .param("role", role)
                .update();
        for (String permission : permissions) {
            jdbc.sql("insert into role_permission (role, permission) values (:role, :permission)")
                    .param("role", role)
                    .param("permission", permission)
                    .update();
        }
    }

    private static RoleView row(ResultSet row, int number) throws SQLException {
        return new RoleView(
                row.getString("name"),
                row.getString("display_name"),
                row.getString("power"),
                row.getString("bound_to"),
                List.of((String[]) row.getArray("permissions").getArray()));
    }
}
