package org.folkmoot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.webjars.WebJarVersionLocator;

/// Shows rendered templates to a browser as the application would: same styles and scripts, same
/// strict Content-Security-Policy. What it shows is kept in `target/gallery/`.
final class Showroom implements AutoCloseable {

    private static final Path KEPT = Path.of("target", "gallery");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.folkmoot");
    private final WebJarVersionLocator jars = new WebJarVersionLocator();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    Showroom() throws IOException {
        Files.createDirectories(KEPT);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// Renders a template and gives its address.
    String show(String name, String template, Map<String, Object> params) throws IOException {
        var html = new StringOutput();
        engine.render(template, params, html);
        Files.writeString(KEPT.resolve(name + ".html"), html.toString());
        return serve("/" + name + ".html", html.toString());
    }

    String serve(String path, String body) {
        answers.put(path, body);
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    static Path picture(String name) {
        return KEPT.resolve(name + ".png");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = body(path);
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte @Nullable [] body(String path) throws IOException {
        var written = answers.get(path);
        if (written != null) {
            return written.getBytes(StandardCharsets.UTF_8);
        }
        try (var resource = Showroom.class.getClassLoader().getResourceAsStream(resource(path))) {
            return resource == null ? null : resource.readAllBytes();
        }
    }

    private String resource(String path) {
        var parts = path.split("/", 4);
        var inJar =
                parts.length == 4 && parts[1].equals("webjars")
                        ? jars.fullPath(parts[2], parts[3])
                        : null;
        return inJar != null ? inJar : "static" + path;
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html", "htm" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> path.endsWith("/tray") ? "text/event-stream" : "application/json";
        };
    }
}
