package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the way of a start is named, with what to do, and without a stack trace. */
class RefusedStartTest {

    @TempDir
    Path data;

    @Test
    void aBusyWebPort() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertRefused(
                    RunningServer.launch(data, Map.of(), busy.getLocalPort(), RunningServer.freePorts()[0]),
                    "Port " + busy.getLocalPort(),
                    "--http-port");
        }
    }

    @Test
    void aBusyPortForLoggers() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertRefused(
                    RunningServer.launch(data, Map.of(), RunningServer.freePorts()[0], busy.getLocalPort()),
                    "Port " + busy.getLocalPort(),
                    "--tcp-port");
        }
    }

    @Test
    void aDataDirectoryInUse() throws Exception {
        try (RunningServer first = RunningServer.start(data, Map.of())) {
            int[] ports = RunningServer.freePorts();
            assertRefused(
                    RunningServer.launch(data, Map.of(), ports[0], ports[1]), data.toString(), "in use", "--data");
            assertThat(first.get("/api/store").get("fsync").asBoolean()).isTrue();
        }
    }

    @Test
    void aDataDirectoryThatIsAFile() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "no folder");
        int[] ports = RunningServer.freePorts();
        assertRefused(RunningServer.launch(file, Map.of(), ports[0], ports[1]), file.toString(), "--data");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        int[] ports = RunningServer.freePorts();
        assertRefused(
                RunningServer.launch(
                        data, Map.of("YUANQING_DB_URL", "jdbc:postgresql://127.0.0.1:1/yuanqing"), ports[0], ports[1]),
                "jdbc:postgresql://127.0.0.1:1/yuanqing",
                "YUANQING_DB_URL");
    }

    private static void assertRefused(RunningServer server, String... words) throws InterruptedException {
        try (server) {
            assertThat(server.exitCode()).as(server.output()).isEqualTo(1);
            String message = server.output()
                    .lines()
                    .filter(line -> line.startsWith("yuanqing: "))
                    .findFirst()
                    .orElse("(no message) " + server.output());
            assertThat(message).contains(words);
            assertThat(server.output()).doesNotContain("\tat ");
        }
    }
}
