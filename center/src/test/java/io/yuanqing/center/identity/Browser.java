package io.yuanqing.center.identity;

import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser: keeps its cookies and repeats the token. */
final class Browser {

    private final TestHttp http;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(int port) {
        this.http = TestHttp.nobody(port);
    }

    Answer signIn(String user, String password) {
        return send("POST", "/api/session", "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer send(String method, String path, String json, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        StringBuilder all = new StringBuilder();
        cookies.forEach(
                (name, value) -> all.append(name).append('=').append(value).append("; "));
        if (!cookies.isEmpty()) {
            headers.addAll(List.of("Cookie", all.toString()));
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            headers.addAll(List.of("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN")));
        }
        Answer answer = http.send(method, path, json, headers.toArray(String[]::new));
        for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split(";")[0].split("=", 2);
            cookies.put(parts[0], parts[1]);
        }
        return answer;
    }
}
