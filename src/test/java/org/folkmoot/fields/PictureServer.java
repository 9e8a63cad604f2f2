package org.folkmoot.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.folkmoot.web.PublicAddresses;

/// A web server near by that has pictures, and worse.
final class PictureServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    PictureServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// One that may connect to this machine, by http: for these tests alone.
    static RemotePictures near() {
        return new RemotePictures(
                new PublicAddresses(
                        address ->
                                address.isLoopbackAddress() || PublicAddresses.isPublic(address)),
                List.of("http", "https"));
    }

    String at(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    static byte[] picture(String format, int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        switch (path) {
            case "/ada.png" -> send(exchange, picture("png", 200, 300, Color.ORANGE));
            case "/grace.jpg" -> send(exchange, picture("jpg", 64, 64, Color.BLUE));
            case "/moved" -> sendOn(exchange, "/ada.png");
            case "/inside" -> sendOn(exchange, "http://10.0.0.1/secret.png");
            case "/file" -> sendOn(exchange, "file:///etc/passwd");
            case "/round" -> sendOn(exchange, "/round");
            case "/script" ->
                    send(exchange, "<svg><script>alert(1)</script></svg>".getBytes(UTF_8));
            case "/broken" ->
                    send(exchange, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            case "/huge" -> send(exchange, new byte[RemotePictures.LARGEST + 1]);
            case "/busy" -> end(exchange, 503);
            default -> end(exchange, 404);
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void sendOn(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        end(exchange, 302);
    }

    private static void end(HttpExchange exchange, int code) throws IOException {
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
