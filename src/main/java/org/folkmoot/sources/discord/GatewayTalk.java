package org.folkmoot.sources.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Stream;
import org.folkmoot.sources.Streaming.Ended;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One connection to the gateway from its first word to its last. What is wanted of what it tells
/// is kept before it counts as heard: whatever was not kept is told again.
final class GatewayTalk {

    private static final int DISPATCH = 0;
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID = 9;
    private static final int HELLO = 10;
    private static final int ALIVE = 11;
    private static final Duration FOR_HELLO = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private record Coming(long seq, CompletableFuture<Boolean> kept) {}

    private final Stream stream;
    private final GatewaySocket socket;
    private final Layout layout;
    private final Queue<Coming> coming = new ArrayDeque<>();
    private final long began = System.nanoTime();
    private GatewaySession session;
    private long interval;
    private long beatAt;
    private boolean answered = true;
    private boolean ready;

    GatewayTalk(Stream stream, GatewaySocket socket, Layout layout, GatewaySession session) {
        this.stream = stream;
        this.socket = socket;
        this.layout = layout;
        this.session = session;
    }

    Ended go() throws InterruptedException {
        while (!stream.over()) {
            var heard = socket.next(GLANCE);
            if (!settle()) {
                return new Ended.Failed("What Discord told could not be kept.");
            }
            var ended = heard == null ? null : hear(heard);
            if (ended == null) {
                ended = beat();
            }
            if (ended != null) {
                return ended;
            }
        }
        return new Ended.Again(SOON);
    }

    private @Nullable Ended hear(GatewaySocket.Heard heard) {
        var text = heard.text();
        if (text == null) {
            var close = GatewayClose.of(heard.code(), ready, session);
            close.then().remember(stream);
            return close.ended();
        }
        var said = JsonRows.JSON.readTree(text);
        switch (said.path("op").asInt(-1)) {
            case HELLO -> hello(said.path("d").path("heartbeat_interval").asLong(41_250));
            case HEARTBEAT -> say(HEARTBEAT, seq());
            case ALIVE -> answered = true;
            case DISPATCH -> dispatch(said);
            case RECONNECT -> {
                return new Ended.Again(SOON);
            }
            case INVALID -> {
                if (!said.path("d").asBoolean(false)) {
                    GatewaySession.NEW.remember(stream);
                }
                return new Ended.Again(
                        SOON.plusMillis(ThreadLocalRandom.current().nextLong(4_000)));
            }
            default -> {
                return null; // what later versions add
            }
        }
        return null;
    }

    /// The first beat comes at a time of its own, so that not all who were cut off beat at once.
    private void hello(long interval) {
        this.interval = interval;
        beatAt =
                System.nanoTime()
                        + millis((long) (interval * ThreadLocalRandom.current().nextDouble()));
        if (session.isNew()) {
            say(IDENTIFY, GatewayIntents.identify(token(), session.refusals()));
        } else {
            say(RESUME, Map.of("token", token(), "session_id", session.id(), "seq", session.seq()));
        }
    }

    private String token() {
        return stream.line().connection().token("token");
    }

    private void say(int op, @Nullable Object what) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("op", op);
        said.put("d", what);
        socket.say(JsonMapper.shared().writeValueAsString(Collections.unmodifiableMap(said)));
    }

    private @Nullable Long seq() {
        return session.seq() == 0 ? null : session.seq();
    }

    private void dispatch(JsonNode said) {
        var seq = said.path("s").asLong(0);
        var type = said.path("t").asString("");
        if (type.equals("READY")) {
            session = session.of(said.path("d"), seq);
            session.remember(stream);
        }
        ready |= type.equals("READY") || type.equals("RESUMED");
        layout.follow(type, said.path("d"));
        var kept =
                layout.told(type, said.path("d"))
                        .map(body -> stream.keep(session.name(seq), body))
                        .orElseGet(() -> CompletableFuture.completedFuture(true));
        coming.add(new Coming(seq, kept));
    }

    /// Counts as heard what was kept.
    ///
    /// @return false when something could not be
    private boolean settle() {
        for (var one = coming.peek(); one != null && one.kept().isDone(); one = coming.peek()) {
            if (!one.kept().join()) {
                return false;
            }
            coming.remove();
            session = session.at(Math.max(session.seq(), one.seq()));
        }
        return true;
    }

    private @Nullable Ended beat() {
        var now = System.nanoTime();
        if (interval == 0) {
            return now - began > FOR_HELLO.toNanos()
                    ? new Ended.Failed("Discord's gateway says nothing.")
                    : null;
        }
        if (now < beatAt) {
            return null;
        }
        if (!answered) {
            return new Ended.Again(SOON); // nobody is there any more
        }
        answered = false;
        beatAt = now + millis(interval);
        say(HEARTBEAT, seq());
        return null;
    }

    private static long millis(long n) {
        return Duration.ofMillis(n).toNanos();
    }
}
