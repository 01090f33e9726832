package io.yuanqing.center.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who else may do a thing: for acts that need a second person. */
@Repository
public class PermissionHolders {

    private final JdbcClient jdbc;

    PermissionHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether an enabled account other than this one holds the permission and sees things of that enterprise. */
    public boolean another(String permission, String county, long enterprise, String than) {
        return jdbc.sql("""
                        select exists (
                            select from account a
                              join account_role ar on ar.account_id = a.id
                              join role_permission rp using (role)
                            where a.enabled and a.name <> :than and rp.permission = :permission
                              and (a.scope_counties is null or :county = any(a.scope_counties))
                              and (a.scope_enterprises is null or :enterprise = any(a.scope_enterprises))
                              and a.scope_contractors is null)
                        """)
                .param("than", than)
                .param("permission", permission)
                .param("county", county)
                .param("enterprise", enterprise)
                .query(Boolean.class)
                .single();
    }
}
