package io.yuanqing.center.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The demo shows archives as a city has them. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.demo.enabled=true")
@ContextConfiguration(initializers = TestDatabase.class)
class SampleArchivesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyPointHasEquipmentAndAContractorAndSomeCertificatesAreAboutToEnd() {
        TestHttp admin = TestHttp.admin(port);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(admin.get("/api/contractors").json().size()).isEqualTo(6));
        assertThat(
                        none(
                                "select count(*) from monitoring_point p where not exists"
                                        + " (select from equipment q where q.point_id = p.id and q.kind = 'LOGGER' and q.removed_on is null)"))
                .isZero();
        assertThat(none("select count(*) from monitoring_point p where not exists (select from contract c"
                        + " where c.point_id = p.id and city_today() between c.valid_from and c.last_day)"))
                .isZero();
        assertThat(none("select count(*) from outlet where code is null or medium is null"))
                .isZero();
        assertThat(none("select count(*) from enterprise where industry_code is null or permit_until is null"))
                .isZero();
        JsonNode expiring = admin.get("/api/certificates?expiring=true").json();
        for (String warning : new String[] {"EXPIRED", "LAST", "SECOND", "FIRST"}) {
            assertThat(expiring)
                    .anySatisfy(one -> assertThat(one.get("warning").asString()).isEqualTo(warning));
        }
        assertThat(jdbc.sql("select distinct actor from audit_entry where act = 'CONTRACT_REGISTERED'")
                        .query(String.class)
                        .list())
                .as("nobody is said to have done what the server did")
                .containsExactly("(server)");
    }

    private int none(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
