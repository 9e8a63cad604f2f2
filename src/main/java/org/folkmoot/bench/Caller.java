package org.folkmoot.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody of the team who looks at pages, and a program that asks the API.
final class Caller {

    private static final Pattern CSRF =
            Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int GOOD = 400;

    /// Nothing is asked for longer than that, in nanoseconds.
    private static final long LONG = 3_000_000_000L;

    private final HttpClient client;
    private final String site;
    private final String token;

    /// @param token for the API
    Caller(String site, String token) {
        this.site = site;
        this.token = token;
        this.client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        var csrf = CSRF.matcher(get("/sign-in"));
        if (!csrf.find()) {
            throw new IllegalStateException("The page to sign in at has no form");
        }
        var form = "email=%s&password=%s&_csrf=%s";
        var body = form.formatted(encoded(email), encoded(password), encoded(csrf.group(1)));
        send(
                to("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path));
        return path.startsWith("/api/")
                ? request.header("Authorization", "Bearer " + token)
                : request;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /// @throws IllegalStateException for an answer that is none
    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= GOOD) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /// Asks once, then so many times more, but for no more than some seconds after the first.
    Timing time(String what, String path, int times) throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        nanos.add(nanos(path));
        var begun = System.nanoTime();
        while (nanos.size() <= times && System.nanoTime() - begun < LONG) {
            nanos.add(nanos(path));
        }
        return Timing.of(what, List.copyOf(nanos));
    }

    long nanos(String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        get(path);
        return System.nanoTime() - start;
    }
}
