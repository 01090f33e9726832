package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** A county's bureau and an enterprise see what is theirs; the rest does not exist for them. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ScopeTest {

    private static long hongta;
    private static long chengjiang;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Points points;

    @BeforeEach
    void twoCounties() {
        if (hongta != 0) {
            return;
        }
        TestHttp admin = TestHttp.admin(port);
        hongta = enterprise(admin, "红塔区");
        chengjiang = enterprise(admin, "澄江市");
        point(admin, "MN-HONGTA", hongta);
        point(admin, "MN-CHENGJIANG", chengjiang);
        // The administrator's password serves all; only the scopes differ.
        account("bureau", "array['澄江市']", "null");
        account("plant", "null", "array[" + hongta + "]::bigint[]");
        account("nobodys", "array[]::text[]", "null");
    }

    @Test
    void aCountyBureauSeesItsCountyOnly() {
        TestHttp bureau = TestHttp.basic(port, "bureau", TestDatabase.ADMIN_PASSWORD);
        assertThat(bureau.get("/api/counties").body()).isEqualTo("[\"澄江市\"]");
        JsonNode enterprises = bureau.get("/api/enterprises?size=1000").json().get("items");
        assertThat(enterprises).extracting(one -> one.get("id").asLong()).contains(chengjiang);
        assertThat(enterprises).allMatch(one -> one.get("county").asString().equals("澄江市"));
        JsonNode points = bureau.get("/api/points?size=1000").json().get("items");
        assertThat(points).extracting(one -> one.get("mn").asString()).contains("MN-CHENGJIANG");
        assertThat(points).allMatch(one -> one.get("county").asString().equals("澄江市"));
        assertThat(bureau.get("/api/points/MN-CHENGJIANG").status()).isEqualTo(200);
        assertThat(bureau.get("/api/points/MN-HONGTA").status()).isEqualTo(404);
        assertThat(bureau.get("/api/points/MN-HONGTA/loggers").status()).isEqualTo(404);
    }

    @Test
    void anEnterpriseSeesItsOwnPointsOnlyWhateverItFiltersBy() {
        TestHttp plant = TestHttp.basic(port, "plant", TestDatabase.ADMIN_PASSWORD);
        assertThat(plant.get("/api/points?enterprise=" + chengjiang)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(plant.get("/api/points?q=MN-").json().get("items"))
                .extracting(one -> one.get("mn").asString())
                .containsExactly("MN-HONGTA");
    }

    @Test
    void anEmptyScopeIsNothingRatherThanEverything() {
        TestHttp nobodys = TestHttp.basic(port, "nobodys", TestDatabase.ADMIN_PASSWORD);
        assertThat(nobodys.get("/api/points").json().get("total").asInt()).isZero();
        assertThat(nobodys.get("/api/counties").body()).isEqualTo("[]");
        assertThat(points.find(PointFilter.ALL, 0, 10).total())
                .as("a thread without a caller")
                .isZero();
        assertThat(points.all()).extracting(MonitoringPoint::mn).contains("MN-HONGTA", "MN-CHENGJIANG");
    }

    private void account(String name, String counties, String enterprises) {
        jdbc.sql("""
                        insert into account (name, display_name, password_hash, scope_counties, scope_enterprises)
                        select '%s', '%s', password_hash, %s, %s from account where name = 'admin'
                        """.formatted(name, name, counties, enterprises)).update();
    }

    private static long enterprise(TestHttp admin, String county) {
        return admin.post(
                        "/api/enterprises",
                        "{\"name\": \"厂\", \"county\": \"%s\", \"supervisionClass\": \"KEY\"}".formatted(county))
                .json()
                .get("id")
                .asLong();
    }

    private static void point(TestHttp admin, String mn, long enterprise) {
        assertThat(admin.post(
                                "/api/points",
                                "{\"mn\": \"%s\", \"enterpriseId\": %d, \"name\": \"口\", \"medium\": \"WATER\", \"edition\": \"2017\"}"
                                        .formatted(mn, enterprise))
                        .status())
                .isEqualTo(201);
    }
}
