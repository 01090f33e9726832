package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** 部令第19号 (2012): a registration after its term is late, an application without an answer in its term is approved. */
@SpringBootTest(
        classes = {Center.class, NoticesTest.Listening.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class NoticesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Changes changes;

    ArchiveCity city;
    long enterprise;
    String mn;

    static class Changes {
        final List<String> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(PointChanged event) {
            heard.add(event.mn());
        }
    }

    @Configuration
    static class Listening {
        @Bean
        Changes changes() {
            return new Changes();
        }
    }

    @BeforeEach
    void aPoint() {
        city = new ArchiveCity(port, jdbc);
        enterprise = city.enterprise("某电厂", "易门县");
        mn = city.point(enterprise, "1#烟囱");
        changes.heard.clear();
    }

    @Test
    void anAcceptanceIsToBeRegisteredWithinFiveWorkingDays() {
        Answer inTime = file("REGISTRATION", "2026-09-30", "2026-10-13");
        assertThat(inTime.json().get("dueOn").asString())
                .as("over National Day and a Saturday that is worked")
                .isEqualTo("2026-10-13");
        assertThat(inTime.json().get("state").asString()).isEqualTo("FILED");
        assertThat(file("REACCEPTANCE", "2026-09-30", "2026-10-14")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("FILED_LATE");
        assertThat(file("REGISTRATION", "2026-10-14", "2026-10-13").body())
                .as("an acceptance is registered when it is done")
                .contains("\"status\":400", "eventOn");
    }

    @Test
    void anApplicationThatNobodyAnswersInItsTermIsApprovedBySilence() {
        Answer old = file("STOP", "2026-11-01", "2026-10-09");
        assertThat(old.json().get("dueOn").asString()).isEqualTo("2026-10-15");
        assertThat(old.json().get("state").asString()).isEqualTo("APPROVED_BY_SILENCE");
        Answer tooLate = decide(old, "{\"approved\": false, \"reason\": \"no\"}");
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.body()).contains("2026-10-15");
    }

    @Test
    void anApplicationIsAnsweredOnceAndARefusalHasItsReason() {
        Answer filed =
                file("REMOVAL", "2027-01-01", LocalDate.now(Center.CITY_ZONE).toString());
        assertThat(filed.json().get("state").asString()).isEqualTo("WAITING");
        assertThat(city.admin
                        .get("/api/notices?waiting=true&enterprise=" + enterprise)
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(decide(filed, "{\"approved\": false}").body()).contains("\"status\":400", "reason");
        assertThat(decide(filed, "{}").body()).contains("approved");
        Answer refused = decide(filed, "{\"approved\": false, \"reason\": \"无替代监测措施\"}");
        assertThat(refused.json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(decide(filed, "{\"approved\": true}").status()).isEqualTo(409);
        assertThat(city.admin
                        .get("/api/notices?waiting=true&enterprise=" + enterprise)
                        .json()
                        .size())
                .isZero();
        assertThat(city.admin.get("/api/enterprises/" + enterprise + "/changes").body())
                .contains("NOTICE_FILED", "NOTICE_DECIDED", "无替代监测措施");
    }

    @Test
    void aPointIsEditedAndWhatItsReadersDeriveIsDerivedAgain() {
        String path = "/api/points/" + mn + "/archive";
        Answer changed = city.admin.send("PUT", path, """
                {"name": "2#烟囱", "medium": "GAS", "edition": "2025", "stackArea": 12.5, "flowUnit": "m3/h",
                 "endStamped": true, "minuteInterval": 5, "factors": ["a21026"]}
                """);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("point").get("name").asString()).isEqualTo("2#烟囱");
        assertThat(changed.json().get("stackArea").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(changes.heard).containsExactly(mn);
        assertThat(city.admin
                        .send(
                                "PUT",
                                path,
                                "{\"name\": \"x\", \"medium\": \"GAS\", \"edition\": \"2011\", \"stackArea\": 0}")
                        .body())
                .contains("edition", "stackArea");
        long foreign = ArchiveCity.id(
                city.admin.post("/api/enterprises/" + city.enterprise("别家", "易门县") + "/outlets", "{\"name\": \"口\"}"));
        assertThat(city.admin
                        .send(
                                "PUT",
                                path,
                                "{\"name\": \"x\", \"medium\": \"GAS\", \"edition\": \"2017\", \"outletId\": " + foreign
                                        + "}")
                        .body())
                .contains("\"status\":400", "outletId");
    }

    @Test
    void spansOutOfUseDoNotOverlap() {
        String path = "/api/points/" + mn + "/retirements";
        assertThat(city.admin
                        .post(path, "{\"validFrom\": \"2026-01-01\", \"lastDay\": \"2026-01-31\", \"reason\": \"停产\"}")
                        .status())
                .isEqualTo(201);
        assertThat(city.admin
                        .post(path, "{\"validFrom\": \"2026-01-31\", \"reason\": \"停产\"}")
                        .status())
                .isEqualTo(409);
        assertThat(city.admin
                        .post(path, "{\"validFrom\": \"2026-02-01\", \"reason\": \"停产\"}")
                        .json()
                        .get("retirements")
                        .size())
                .isEqualTo(2);
    }

    private Answer file(String kind, String eventOn, String filedOn) {
        return city.admin.post("/api/points/" + mn + "/notices", """
                {"kind": "%s", "eventOn": "%s", "filedOn": "%s", "text": "更换主机"}
                """.formatted(kind, eventOn, filedOn));
    }

    private Answer decide(Answer filed, String decision) {
        return city.admin.post("/api/notices/" + filed.json().get("id").asLong() + "/decision", decision);
    }
}
