package org.folkmoot.sources.discord;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.folkmoot.sources.Sockets;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A websocket whose messages are waited for one by one; whoever sends more than is read waits.
final class GatewaySocket implements AutoCloseable {

    /// Not one of those by which Discord takes the session for ended.
    private static final int TO_GO_ON = 4000;

    private static final int LARGEST = 64 << 20;
    private static final int AHEAD = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(GatewaySocket.class);

    /// A message, or the end.
    ///
    /// @param text null at the end
    /// @param code why it ended
    record Heard(@Nullable String text, int code) {}

    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(AHEAD);
    private final Client client;
    private volatile boolean closing;

    GatewaySocket(URI where, Sockets sockets) {
        client = new Client(where);
        client.setSocketFactory(sockets.factory());
        client.setConnectionLostTimeout(0);
    }

    boolean connects() throws InterruptedException {
        return client.connectBlocking(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// Null when there is none for that long.
    @Nullable Heard next(Duration patience) throws InterruptedException {
        return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void say(String text) {
        if (client.isOpen()) {
            client.send(text);
        }
    }

    @Override
    public void close() {
        closing = true;
        heard.clear();
        client.close(TO_GO_ON);
    }

    private final class Client extends WebSocketClient {

        Client(URI where) {
            super(
                    where,
                    new Draft_6455(List.of(), List.of(new Protocol("")), LARGEST),
                    Map.of("User-Agent", DiscordApi.AGENT),
                    (int) PATIENCE.toMillis());
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            put(new Heard(text, 0));
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            put(new Heard(null, code));
        }

        @Override
        public void onError(Exception e) {
            log.debug("The connection to {} has trouble", getURI().getHost(), e);
        }

        private void put(Heard one) {
            try {
                for (var put = false; !put && !closing; ) {
                    put = heard.offer(one, 1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
