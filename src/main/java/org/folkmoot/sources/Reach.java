package org.folkmoot.sources;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.folkmoot.web.Outward;
import org.jspecify.annotations.Nullable;

/// The one way out to platforms: only to where connections may lead, which holds for every step of
/// a redirection and for what its names resolve to; within limits of size and time; and nothing
/// secret goes to another host than the one it was meant for.
final class Reach implements Wire, AutoCloseable {

    private static final int STEPS = 5;
    private static final List<String> FOR_ANY_HOST =
            List.of(
                    "accept",
                    "accept-language",
                    "user-agent",
                    "if-none-match",
                    "if-modified-since");

    private final AllowedHosts hosts;
    private final CloseableHttpClient client;
    private final Duration longest;

    Reach(AllowedHosts hosts, Duration longest) {
        this.hosts = hosts;
        this.longest = longest;
        this.client = Outward.client(hosts, Duration.ofSeconds(30), Duration.ofSeconds(30)).build();
    }

    @Override
    public Reply send(Ask ask) throws IOException {
        var end = System.nanoTime() + longest.toNanos();
        var uri = hosts.checked(ask.uri());
        for (int step = 0; step <= STEPS; step++) {
            var reply = once(ask, uri, end);
            var next = ask.method().equals("GET") ? next(reply, uri) : null;
            if (next == null) {
                return reply;
            }
            if (uri.getScheme().equals("https") && !next.getScheme().equals("https")) {
                throw new Unsent("It was sent on from https to an address without.");
            }
            uri = hosts.checked(next);
        }
        throw new Unsent("It was sent on too often.");
    }

    private static @Nullable URI next(Reply reply, URI from) throws Unsent {
        var redirects = List.of(301, 302, 303, 307, 308).contains(reply.status());
        var to = redirects ? reply.header("location").orElse("") : "";
        try {
            return to.isEmpty() ? null : from.resolve(to);
        } catch (IllegalArgumentException e) {
            throw new Unsent("It was sent on to an address that cannot be read.");
        }
    }

    private Reply once(Ask ask, URI uri, long end) throws IOException {
        var request = ClassicRequestBuilder.create(ask.method()).setUri(uri);
        var same = sameHost(ask.uri(), uri);
        ask.headers()
                .forEach(
                        (name, value) -> {
                            if (same || FOR_ANY_HOST.contains(name.toLowerCase(Locale.ROOT))) {
                                request.setHeader(name, value);
                            }
                        });
        if (ask.body() != null) {
            var type = ContentType.parse(ask.headers().getOrDefault("Content-Type", "text/plain"));
            request.setEntity(
                    new StringEntity(ask.body(), type.withCharset(StandardCharsets.UTF_8)));
        }
        try {
            return client.execute(request.build(), got -> Body.read(got, end));
        } catch (UnknownHostException e) {
            throw new Unsent(
                    "The address of %s leads nowhere, or into the own net, which the operator does not allow (folkmoot.connectors.allowed-hosts)."
                            .formatted(uri.getHost()));
        } catch (HttpHostConnectException e) {
            throw new Unsent("Nobody answers at %s.".formatted(uri.getAuthority()));
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getAuthority().equals(other.getAuthority());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
