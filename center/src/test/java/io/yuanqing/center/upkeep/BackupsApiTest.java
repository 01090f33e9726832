package io.yuanqing.center.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class BackupsApiTest {

    @LocalServerPort
    private int port;

    /** A copy of the data directory alone would be taken for a backup, and hold no packet. */
    @Test
    void anExternalDatabaseIsNotBackedUpAndTheAnswerSaysWhoDoesIt() {
        TestHttp.Answer answer = TestHttp.admin(port).post("/api/store/backups", null);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asString()).contains("external PostgreSQL", "its own means");
        assertThat(TestHttp.admin(port).get("/api/store/backups").json()).isEmpty();
    }

    @Test
    void alarmsAreShownToWhoIsSignedInOnly() {
        assertThat(TestHttp.nobody(port).get("/api/store/alarms").status()).isEqualTo(401);
        assertThat(TestHttp.admin(port).get("/api/store/alarms").status()).isEqualTo(200);
        assertThat(TestHttp.admin(port).get("/actuator/health").body()).contains("\"alarms\"");
        assertThat(TestHttp.nobody(port).get("/actuator/health").body()).doesNotContain("\"alarms\"");
    }
}
