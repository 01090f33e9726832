package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.TestHttp;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Asks for commands and looks what became of them, by the API as {@code admin}. */
record CommandDesk(TestHttp admin) {

    private static final Duration SOON = Duration.ofSeconds(20);

    TestHttp.Answer post(String mn, String body) {
        return admin.post("/api/points/" + mn + "/commands", body);
    }

    /** Returns the command's id. */
    long ask(String mn, String body) {
        TestHttp.Answer answer = post(mn, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().get("id").asLong();
    }

    JsonNode command(long id) {
        return admin.get("/api/commands/" + id).json();
    }

    String state(long id) {
        return command(id).get("state").asString();
    }

    /** Waits for its end. */
    JsonNode ended(long id) {
        await().atMost(SOON).until(() -> !command(id).get("endedAt").isNull());
        return command(id);
    }

    static List<String> kinds(JsonNode command) {
        return command.get("steps")
                .valueStream()
                .map(step -> step.get("kind").asString())
                .toList();
    }
}
