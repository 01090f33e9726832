package io.yuanqing.center.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class BackupsApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    /** A copy of the data directory alone would be taken for a backup, and hold no packet. */
    @Test
    void anExternalDatabaseIsNotBackedUpAndTheAnswerSaysWhoDoesIt() {
        TestHttp.Answer answer = TestHttp.admin(port).post("/api/store/backups", null);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asString()).contains("external PostgreSQL", "its own means");
        assertThat(TestHttp.admin(port).get("/api/store/backups").json()).isEmpty();
    }

    /** A sentence of an alarm names paths, addresses and positions: nothing for a plant's account, by whatever way. */
    @Test
    void alarmsAreShownToWhoMaySeeThemOnly() {
        jdbc.sql("""
                insert into account (name, display_name, password_hash)
                select 'plant', 'plant', password_hash from account where name = 'admin'""").update();
        jdbc.sql(
                        "insert into account_role (account_id, role) select id, 'ENTERPRISE' from account where name = 'plant'")
                .update();
        TestHttp plant = TestHttp.basic(port, "plant", TestDatabase.ADMIN_PASSWORD);
        assertThat(plant.get("/api/counters").status()).isEqualTo(200);
        TestHttp.Answer refused = plant.get("/api/store/alarms");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).contains("upkeep.alarms");
        assertThat(plant.get("/actuator/health").body()).contains("UP").doesNotContain("\"alarms\"");
        assertThat(TestHttp.nobody(port).get("/api/store/alarms").status()).isEqualTo(401);
        assertThat(TestHttp.admin(port).get("/api/store/alarms").status()).isEqualTo(200);
        assertThat(TestHttp.admin(port).get("/actuator/health").body()).contains("\"alarms\"");
        assertThat(TestHttp.nobody(port).get("/actuator/health").body()).doesNotContain("\"alarms\"");
    }
}
