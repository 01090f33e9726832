package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the archive's tests stand on: enterprises, points, contractors and accounts, through the interface. */
public final class ArchiveCity {

    public final TestHttp admin;
    private final int port;
    private final JdbcClient jdbc;

    public ArchiveCity(int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
        this.admin = TestHttp.admin(port);
    }

    public long enterprise(String name, String county) {
        return id(admin.post(
                "/api/enterprises",
                "{\"name\": \"%s\", \"county\": \"%s\", \"supervisionClass\": \"KEY\"}".formatted(name, county)));
    }

    /** Returns its MN. */
    public String point(long enterprise, String name) {
        String mn =
                UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase();
        id(admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": %d, "name": "%s", "medium": "GAS", "edition": "2017"}
                """.formatted(mn, enterprise, name)));
        return mn;
    }

    public long contractor(String name) {
        return id(admin.post("/api/contractors", "{\"name\": \"%s\", \"phone\": \"13812345678\"}".formatted(name)));
    }

    public long contract(String mn, long contractor, String from, String last) {
        return id(admin.post(
                "/api/contracts", """
                {"mn": "%s", "contractorId": %d, "validFrom": "%s", "lastDay": %s}
                """.formatted(mn, contractor, from, last == null ? "null" : "\"" + last + "\"")));
    }

    /** An account with the administrator's password that holds everything and sees only what the scope names. */
    public TestHttp account(String scopeColumn, String array) {
        String name = "a" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql(
                        "insert into account (name, display_name, password_hash, %s) select '%s', 'x', password_hash, %s from account where name = 'admin'"
                                .formatted(scopeColumn, name, array))
                .update();
        jdbc.sql(
                        "insert into account_role (account_id, role) select id, 'ADMINISTRATOR' from account where name = :name")
                .param("name", name)
                .update();
        return TestHttp.basic(port, name, TestDatabase.ADMIN_PASSWORD);
    }

    public static long id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }
}
