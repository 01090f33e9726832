package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as its users start it, on free ports. */
public final class CenterProcess implements AutoCloseable {

    private static final Duration START_WAIT = Duration.ofMinutes(10);
    private static final String PASSWORD = "password-of-a-benchmark";
    private static final Pattern LIVING = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path folder;
    private final boolean itsOwn;
    private final Path output;
    private final int httpPort;
    private final int tcpPort;

    private CenterProcess(Process process, Path folder, boolean itsOwn, Path output, int httpPort, int tcpPort) {
        this.process = process;
        this.folder = folder;
        this.itsOwn = itsOwn;
        this.output = output;
        this.httpPort = httpPort;
        this.tcpPort = tcpPort;
    }

    /** Starts it with a fresh data directory, which goes with it, and waits until it is healthy. */
    static CenterProcess start(Path jar) throws IOException, InterruptedException {
        return start(jar, temporaryFolder(), true, List.of("run"), Map.of());
    }

    /**
     * Starts it with a data directory that stays, and waits until it is healthy.
     *
     * @param folder for {@code data} and the log of what it says
     * @param command with its options
     * @param settings environment variables
     */
    public static CenterProcess start(Path jar, Path folder, List<String> command, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(jar, folder, false, command, settings);
    }

    private static CenterProcess start(
            Path jar, Path folder, boolean itsOwn, List<String> command, Map<String, String> settings)
            throws IOException, InterruptedException {
        int httpPort = freePort();
        int tcpPort = freePort();
        Path output = folder.resolve("server.log");
        List<String> line = new ArrayList<>(List.of(
                javaProgram("java").toString(),
                "-Xmx1500m", // as ./yuanqing run starts it
                "-jar",
                jar.toString()));
        line.addAll(command);
        line.addAll(List.of("--data=" + folder.resolve("data"), "--http-port=" + httpPort, "--tcp-port=" + tcpPort));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(settings);
        builder.environment().put("YUANQING_ADMIN_PASSWORD", PASSWORD);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        CenterProcess center = new CenterProcess(builder.start(), folder, itsOwn, output, httpPort, tcpPort);
        // Also when the benchmark is cut off, no server and no gigabytes are left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(center::close, "stop-center"));
        long giveUp = System.nanoTime() + START_WAIT.toNanos();
        while (!center.healthy()) {
            if (!center.process.isAlive() || System.nanoTime() > giveUp) {
                String said = Files.readString(output);
                center.close();
                throw new IOException("the server " + jar + " did not start. It said: " + said);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return center;
    }

    /** For data and the like; {@link #remove} takes it away. */
    public static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory("yuanqing-bench-");
    }

    /** A folder with all that is in it. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("bench: " + folder + " cannot be removed: " + e.getMessage());
        }
    }

    public int tcpPort() {
        return tcpPort;
    }

    /** Where browsers find it. */
    public String address() {
        return "http://127.0.0.1:" + httpPort;
    }

    /** Of its administrator, {@code admin}. */
    public String password() {
        return PASSWORD;
    }

    public Path data() {
        return folder.resolve("data");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Calls the API as the administrator. */
    String post(String path, String json) throws IOException, InterruptedException {
        return answer(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Likewise. */
    public String get(String path) throws IOException, InterruptedException {
        return answer(path, HttpRequest.newBuilder().GET());
    }

    private String answer(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                request.uri(URI.create("http://127.0.0.1:" + httpPort + path))
                        .header("Authorization", "Basic " + login)
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Registers an enterprise with so many points; their MNs are the prefix and a number of six digits. */
    void register(String mnPrefix, int points) throws IOException, InterruptedException {
        String answer = post("/api/enterprises", """
                {"name": "基准", "county": "红塔区", "supervisionClass": "KEY"}""");
        String enterprise = answer.replaceAll("(?s).*\"id\"\\s*:\\s*(\\d+).*", "$1");
        for (int i = 0; i < points; i++) {
            post("/api/points", """
                    {"mn": "%s%06d", "enterpriseId": %s, "name": "排口%d", "medium": "WATER", "edition": "2017"}
                    """.formatted(mnPrefix, i, enterprise, i));
        }
    }

    /**
     * Its memory once garbage has been collected.
     *
     * @param resident bytes in the machine's memory
     * @param heap bytes of living objects; NaN when this Java has no jcmd
     */
    record Memory(double resident, double heap) {}

    Memory memory() throws IOException, InterruptedException {
        double heap = Double.NaN;
        if (Files.isExecutable(javaProgram("jcmd"))) {
            jcmd("GC.run"); // what it finds unreachable may have held buffers outside the heap
            // Collects once more and counts what lives at that moment; the heap's own figure holds what came
            // since.
            Matcher total = LIVING.matcher(jcmd("GC.class_histogram"));
            heap = total.find() ? Long.parseLong(total.group(1)) : Double.NaN;
        }
        return new Memory(residentBytes(), heap);
    }

    private double residentBytes() throws IOException {
        return status("VmRSS:") * 1024.0;
    }

    long threads() throws IOException {
        return status("Threads:");
    }

    /** Open files, sockets among them. */
    long descriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.count();
        }
    }

    private long status(String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("Linux tells no " + field + " of process " + process.pid());
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(javaProgram("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + command + " failed: " + said);
        }
        return said;
    }

    private static Path javaProgram(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    private boolean healthy() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + httpPort + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        try {
            process.destroy();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (itsOwn) {
            remove(folder);
        }
    }
}
