package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class EnterpriseArchiveTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    TestHttp admin;

    @BeforeEach
    void signIn() {
        admin = TestHttp.admin(port);
    }

    @Test
    void anEnterpriseIsEditedAndItsTrailShowsBeforeAndAfter() {
        long id = enterprise("玉溪云澜水泥有限公司");
        Answer changed = admin.send("PUT", "/api/enterprises/" + id, """
                {"name": "玉溪云澜水泥有限公司", "county": "江川区", "industryCode": "3011", "creditCode": "91530402ma51j0aw6b",
                 "permitNumber": "91530402MA51J0AW6B001P", "permitFrom": "2024-01-01", "permitUntil": "2028-12-31"}
                """);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("industry").asString())
                .as("named by its code")
                .isEqualTo("水泥制造");
        assertThat(changed.json().get("creditCode").asString()).isEqualTo("91530402MA51J0AW6B");
        assertThat(admin.get("/api/enterprises?industry=30").body()).contains("云澜");
        assertThat(admin.get("/api/enterprises?industry=44").body()).doesNotContain("云澜");
        assertThat(admin.get("/api/enterprises?expiringBy=2028-12-31").body()).contains("云澜");
        assertThat(admin.get("/api/enterprises?expiringBy=2028-12-30").body()).doesNotContain("云澜");
        assertThat(admin.get("/api/audit?subject=enterprise:" + id).body())
                .contains("ENTERPRISE_CHANGED", "红塔区", "江川区");

        Answer twin = admin.post("/api/enterprises", """
                {"name": "另一家", "county": "红塔区", "supervisionClass": "KEY", "creditCode": "91530402MA51J0AW6B"}
                """);
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.body()).contains("云澜");
    }

    @Test
    void allThatIsWrongWithAnEnterpriseIsSaidAtOnce() {
        Answer answer = admin.post("/api/enterprises", """
                {"name": " ", "county": "红塔区", "creditCode": "91530402MA51J0AW6C", "industryCode": "cement",
                 "permitFrom": "2026-01-01", "permitUntil": "2025-01-01", "longitude": 200}
                """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "supervisionClass",
                        "name",
                        "check character is 'B'",
                        "industryCode",
                        "permitUntil",
                        "longitude");
    }

    @Test
    void theClassChangesFromADayOnAndThePastStays() {
        long id = enterprise("某糖厂");
        String path = "/api/enterprises/" + id + "/classes";
        String tomorrow = LocalDate.now(Center.CITY_ZONE).plusDays(1).toString();
        Answer changed = admin.post(
                path, "{\"supervisionClass\": \"GENERAL\", \"from\": \"%s\", \"basis\": \"名录\"}".formatted(tomorrow));
        assertThat(changed.json().size()).isEqualTo(2);
        assertThat(admin.get("/api/enterprises/" + id)
                        .json()
                        .get("supervisionClass")
                        .asString())
                .as("today it is still what it was")
                .isEqualTo("KEY");
        assertThat(admin.post(path, "{\"supervisionClass\": \"KEY\", \"from\": \"2026-01-01\"}")
                        .body())
                .contains("\"status\":400", "never rewrites the past");
        assertThat(admin.post("/api/enterprises/999999/classes", "{}").status()).isEqualTo(404);
    }

    @Test
    void contactsAreMaskedForWhoeverMayNotReadThem() {
        long id = enterprise("某纸厂");
        String path = "/api/enterprises/" + id + "/contacts";
        Answer stored =
                admin.send("PUT", path, "[{\"name\": \"王小明\", \"duty\": \"环保负责人\", \"phone\": \"13812345678\"}]");
        assertThat(stored.body()).contains("13812345678");
        jdbc.sql("insert into role (name, display_name) values ('WRITER', 'Writer')")
                .update();
        jdbc.sql("insert into role_permission (role, permission) values ('WRITER', 'registry.write')")
                .update();
        jdbc.sql(
                        "insert into account (name, display_name, password_hash) select 'writer', 'w', password_hash from account where name = 'admin'")
                .update();
        jdbc.sql("insert into account_role (account_id, role) select id, 'WRITER' from account where name = 'writer'")
                .update();
        TestHttp writer = TestHttp.basic(port, "writer", TestDatabase.ADMIN_PASSWORD);
        assertThat(writer.get(path).body()).contains("王**", "138****5678").doesNotContain("13812345678", "小明");
        assertThat(writer.send("PUT", path, writer.get(path).body()).status())
                .as("masks must not replace what they hide")
                .isEqualTo(403);
        assertThat(admin.get("/api/audit?subject=enterprise:" + id).body())
                .contains("CONTACTS_CHANGED")
                .doesNotContain("13812345678");
    }

    @Test
    void anOutletHasOneCodeAtItsEnterprise() {
        long id = enterprise("某电厂");
        String path = "/api/enterprises/" + id + "/outlets";
        Answer first = admin.post(path, """
                {"code": "DA001", "name": "1#烟囱", "medium": "GAS", "kind": "MAIN", "height": 120}
                """);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(admin.post(path, "{\"code\": \"DA001\", \"name\": \"2#烟囱\"}").body())
                .contains("\"status\":409", "1#烟囱");
        assertThat(admin.post(path, "{\"code\": \"一号\", \"name\": \"2#\", \"height\": -3}")
                        .body())
                .contains("code", "height");
        long outlet = first.json().get("id").asLong();
        assertThat(admin.send(
                                "PUT",
                                "/api/outlets/" + outlet,
                                "{\"code\": \"DA002\", \"name\": \"1#烟囱\", \"height\": 150}")
                        .body())
                .contains("DA002", "150");
        assertThat(admin.get("/api/audit?subject=outlet:" + outlet).body()).contains("OUTLET_CHANGED");
    }

    private long enterprise(String name) {
        Answer answer = admin.post(
                "/api/enterprises",
                "{\"name\": \"%s\", \"county\": \"红塔区\", \"supervisionClass\": \"KEY\"}".formatted(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }
}
