package org.folkmoot.sources.discord;

import java.time.Duration;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Stream;
import org.folkmoot.sources.Streaming;

/// Discord's gateway: a websocket over which it tells what happens on the server at once.
record Gateway() implements Streaming {

    private static final Duration LATER = Duration.ofHours(1);

    @Override
    public boolean wanted(Connection connection) {
        return connection.setting("gateway").equals("on");
    }

    @Override
    public Ended listen(Stream stream) throws InterruptedException {
        var api = new DiscordApi(stream.line());
        var connection = stream.line().connection();
        var reply = stream.line().ask(api.get("/gateway/bot").allowing(403, 404));
        var guild = api.guild();
        var known = reply.status() == 200 || !connection.setting("gateway-url").isEmpty();
        if (!known || guild.isEmpty()) {
            return new Ended.Again(LATER);
        }
        var session = GatewaySession.read(stream);
        var starts = reply.json().path("session_start_limit");
        if (session.isNew() && starts.path("remaining").asInt(1) <= 0) {
            return new Ended.Again(Duration.ofMillis(starts.path("reset_after").asLong(60_000)));
        }
        var told = JsonRows.text(reply.json(), "url");
        var where = GatewayAddress.of(connection, told, stream.sockets());
        if (where.isEmpty()) {
            return new Ended.Failed(
                    "Discord names another gateway than its own: say in gateway-url where it is.");
        }
        var layout = new Layout(api, guild.get());
        layout.read();
        try (var socket = new GatewaySocket(where.get().forSession(session), stream.sockets())) {
            return socket.connects()
                    ? new GatewayTalk(stream, socket, layout, session).go()
                    : new Ended.Failed("Nobody answers at Discord's gateway.");
        }
    }
}
