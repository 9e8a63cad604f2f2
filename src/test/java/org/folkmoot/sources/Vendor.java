package org.folkmoot.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform in miniature, on this machine: answers as told, and remembers what it was asked.
public final class Vendor implements AutoCloseable {

    /// What was asked.
    public record Asked(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            String body) {

        public String one(String name) {
            var all = query.getOrDefault(name, List.of());
            return all.isEmpty() ? "" : all.getFirst();
        }

        public int number(String name, int usual) {
            return one(name).isEmpty() ? usual : Integer.parseInt(one(name));
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /// What it answers.
    public static final class Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        public Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public static Answer json(Object body) {
            return of(200, JsonMapper.shared().writeValueAsString(body));
        }

        public static Answer of(int status, String body) {
            return new Answer(
                    status,
                    Map.of("Content-Type", "application/json"),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        /// The same with another body, packed as it was.
        public Answer saying(UnaryOperator<String> other) {
            try {
                if (body.length < 2 || body[0] != 0x1f || body[1] != (byte) 0x8b) {
                    return new Answer(
                            status, headers, other.apply(text()).getBytes(StandardCharsets.UTF_8));
                }
                try (var in = new GZIPInputStream(new ByteArrayInputStream(body));
                        var out = new ByteArrayOutputStream()) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    try (var packed = new GZIPOutputStream(out)) {
                        packed.write(other.apply(text).getBytes(StandardCharsets.UTF_8));
                    }
                    return new Answer(status, headers, out.toByteArray());
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        public Answer with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Function<Asked, Answer> usual;
    private final AtomicReference<@Nullable Function<Asked, @Nullable Answer>> instead =
            new AtomicReference<>();

    public Vendor(Function<Asked, Answer> usual) {
        this.usual = usual;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Answers otherwise from now on; whatever gives null is answered as usual.
    public void instead(@Nullable Function<Asked, @Nullable Answer> other) {
        instead.set(other);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((n, v) -> headers.put(n.toLowerCase(Locale.ROOT), v.getFirst()));
            var request =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            query(exchange.getRequestURI().getRawQuery()),
                            headers,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            asked.add(request);
            var other = instead.get();
            var chosen = other == null ? null : other.apply(request);
            var answer = chosen == null ? usual.apply(request) : chosen;
            answer.headers.forEach(exchange.getResponseHeaders()::set);
            var length = answer.body.length;
            exchange.sendResponseHeaders(answer.status, length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer.body);
            }
        }
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            var parts = pair.split("=", 2);
            all.computeIfAbsent(
                            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                            _ -> new CopyOnWriteArrayList<>())
                    .add(
                            parts.length < 2
                                    ? ""
                                    : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
