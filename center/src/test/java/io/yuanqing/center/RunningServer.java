package io.yuanqing.center;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code yuanqing run} as a process of its own, for tests that kill it or start it wrongly. */
public final class RunningServer implements AutoCloseable {

    private static final String PASSWORD = "process-test-password";

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

    private final Process process;
    private final Path output;
    public final int httpPort;
    public final int tcpPort;

    private RunningServer(Process process, Path output, int httpPort, int tcpPort) {
        this.process = process;
        this.output = output;
        this.httpPort = httpPort;
        this.tcpPort = tcpPort;
    }

    /** Starts it on free ports and waits until it is healthy. */
    public static RunningServer start(Path data, Map<String, String> environment) throws IOException {
        int[] ports = freePorts();
        RunningServer server = launch(data, environment, ports[0], ports[1]);
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!server.process.isAlive()) {
                        throw new IllegalStateException("the server ended: " + server.output());
                    }
                    return server.healthy();
                });
        return server;
    }

    /** Starts it without waiting for anything. */
    public static RunningServer launch(Path data, Map<String, String> environment, int httpPort, int tcpPort)
            throws IOException {
        Path output = Files.createTempFile("yuanqing-server-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Yuanqing.class.getName(),
                "run",
                "--data=" + data,
                "--http-port=" + httpPort,
                "--tcp-port=" + tcpPort);
        builder.environment().put("YUANQING_ADMIN_PASSWORD", PASSWORD);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new RunningServer(builder.start(), output, httpPort, tcpPort);
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                                .header("Authorization", basic())
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.builder().build().readTree(response.body());
    }

    /** Whether an operational alarm of that kind stands. */
    public boolean alarmStands(String kind) throws IOException, InterruptedException {
        for (JsonNode alarm : get("/api/store/alarms")) {
            if (alarm.get("kind").asString().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Posts nothing, as {@code admin}, and returns the answer's status. */
    public int post(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                                .header("Authorization", basic())
                                .timeout(Duration.ofSeconds(20))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Posts JSON, as {@code admin}, and returns the answer. */
    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                                .header("Authorization", basic())
                                .header("Content-Type", "application/json")
                                .timeout(Duration.ofSeconds(20))
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.builder().build().readTree(response.body());
    }

    /** Bytes of the objects that live after a garbage collection. */
    public long livingBytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        if (histogram.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd GC.class_histogram failed: " + said);
        }
        return Long.parseLong(total.group(1));
    }

    /** The answer's status alone, asked by nobody in particular; 0 when there is none. */
    public int status(String path) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    /** As a power cut would end it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end and returns the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server still runs: " + output());
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean healthy() {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + httpPort + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    static int[] freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            held.add(new ServerSocket(0));
            held.add(new ServerSocket(0));
            return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
