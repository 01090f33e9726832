package io.yuanqing.center;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a test's server over real HTTP. */
public final class TestHttp {

    private static final JsonMapper JSON = new JsonMapper();

    /** An answer that never ends, such as a stream where none was expected, fails the test instead of halting it. */
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String authorization;

    private TestHttp(int port, String authorization) {
        this.address = "http://localhost:" + port;
        this.authorization = authorization;
    }

    /** As {@code admin}, by HTTP Basic. */
    public static TestHttp admin(int port) {
        return basic(port, "admin", TestDatabase.ADMIN_PASSWORD);
    }

    public static TestHttp basic(int port, String user, String password) {
        String credentials = user + ":" + password;
        return new TestHttp(
                port, "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public static TestHttp nobody(int port) {
        return new TestHttp(port, "");
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /** Sends a file as it is. */
    public Answer upload(String path, byte[] content) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .header("Content-Type", "application/octet-stream"));
    }

    /** The bytes of a file. */
    public byte[] download(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", authorization)
                .build();
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                    .body();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer to GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values in turn */
    public Answer send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request, headers);
    }

    private Answer send(HttpRequest.Builder request, String... headers) {
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (ExecutionException | TimeoutException e) {
            HttpRequest asked = request.build();
            throw new IllegalStateException("no answer to " + asked.method() + " " + asked.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
