package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;

class ProblemsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/points");

    /** Browsers leave in the middle of an answer all day; as failures of the server they would bury the real ones. */
    @Test
    void aCallerWhoLeftGetsNoAnswer() {
        assertThat(new Problems().unexpected(new EOFException("gone"), request)).isNull();
        assertThat(new Problems().unexpected(new IOException("Broken pipe"), request))
                .isNull();
    }

    @Test
    void anyOtherFailureIsTheServersAndSaysNothingOfItsInside() {
        ProblemDetail answer = new Problems().unexpected(new IllegalStateException("secret"), request);
        assertThat(answer).isNotNull();
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.toString()).doesNotContain("secret");
    }
}
