package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** In a city that has ruled that wrong passwords are refused. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Loggers.class, RefusedPasswordTest.Ruled.class})
@DirtiesContext // gives its connections back
class RefusedPasswordTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    AccessServer server;

    @Autowired
    Sessions sessions;

    @Autowired
    Loggers loggers;

    /** The rule is in effect before the first packet. */
    @TestConfiguration
    static class Ruled {
        @Bean
        FlywayMigrationStrategy refusingPasswords() {
            return flyway -> {
                flyway.migrate();
                new JdbcTemplate(flyway.getConfiguration().getDataSource())
                        .update("update rule_parameter set value = 1 where code = 'LOGGER_PASSWORD_REFUSED'");
            };
        }
    }

    /** Answered, or it would come for ever; kept with its reason; and no command goes where a stranger sits. */
    @Test
    void aWrongPasswordIsQuarantinedAnsweredAndSpeaksForNobodyWhileTheRightOneIsTaken() throws Exception {
        loggers.register("GATE-RULED", "2017");
        TestHttp admin = TestHttp.admin(port);
        admin.send("PUT", "/api/points/GATE-RULED/door", "{\"password\": \"right1\"}");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            byte[] wrong = LoggerClient.realtime("GATE-RULED", Instant.now(), 1);
            logger.send(wrong);
            assertThat(logger.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
            JsonNode refused = admin.get("/api/quarantine?mn=GATE-RULED").json().get(0);
            assertThat(refused.get("reason").asString()).isEqualTo("PASSWORD_REFUSED");
            assertThat(refused.get("detail").asString())
                    .contains("GATE-RULED", "LOGGER_PASSWORD_REFUSED")
                    .doesNotContain("right1");
            assertThat(sessions.newest("GATE-RULED")).isNull();
            assertThat(admin.get("/api/points/GATE-RULED/packets").json()).isEmpty();

            String right = new String(wrong, StandardCharsets.US_ASCII).replace("PW=123456", "PW=right1");
            logger.send(Encoder.frame(right.substring(6, right.length() - 6)));
            assertThat(logger.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
            assertThat(admin.get("/api/points/GATE-RULED/packets").json()).hasSize(1);
            assertThat(sessions.newest("GATE-RULED")).isNotNull();
        }
    }
}
