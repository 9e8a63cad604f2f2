package org.folkmoot.sources.discord;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A gateway that greets as Discord's does, and then says what a test wants.
final class Gate extends WebSocketServer {

    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final CountDownLatch began = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();
    final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    volatile long interval = 45_000;
    volatile boolean answers = true;

    Gate() throws InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        setDaemon(true);
        start();
        if (!began.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not begin");
        }
    }

    String url() {
        return "ws://127.0.0.1:" + getPort();
    }

    @Override
    public void onStart() {
        began.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        asked.add(handshake.getResourceDescriptor());
        socket.send(json(Map.of("op", 10, "d", Map.of("heartbeat_interval", interval))));
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        var one = JsonMapper.shared().readTree(text);
        if (one.path("op").asInt(-1) == 1 && answers) {
            socket.send("{\"op\":11}");
        }
        said.add(one);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        closed.add(code);
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
        throw new IllegalStateException(e);
    }

    /// The next thing of that kind that the client says.
    JsonNode hear(int op) throws InterruptedException {
        for (var one = next(); ; one = next()) {
            if (one.path("op").asInt(-1) == op) {
                return one.path("d");
            }
        }
    }

    private JsonNode next() throws InterruptedException {
        var one = said.poll(20, TimeUnit.SECONDS);
        if (one == null) {
            throw new AssertionError("Nobody says anything");
        }
        return one;
    }

    void say(Object what) {
        broadcast(json(what));
    }

    void tell(long seq, String type, Object data) {
        say(Map.of("op", 0, "s", seq, "t", type, "d", data));
    }

    void ready(long seq, String session) {
        tell(
                seq,
                "READY",
                Map.of("v", 10, "session_id", session, "resume_gateway_url", url() + "/resume"));
    }

    void hangUp(int code) {
        getConnections().forEach(socket -> socket.close(code));
    }

    private static String json(Object what) {
        return JsonMapper.shared().writeValueAsString(what);
    }
}
