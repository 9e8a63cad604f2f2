package org.folkmoot.sources.discord;

import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Stream;
import tools.jackson.databind.JsonNode;

/// What has to be told to go on where the connection before broke off.
///
/// @param id of the session, empty for a new one
/// @param url where Discord wants it to go on
/// @param seq the number of the last event that was kept
record GatewaySession(String id, String url, long seq) {

    static final GatewaySession NEW = new GatewaySession("", "", 0);

    static GatewaySession read(Stream stream) {
        var kept = Cursors.read(stream.memory().orElse(""), GatewaySession.class, () -> NEW);
        return kept.isNew()
                ? NEW
                : stream.last(kept.name(""))
                        .map(name -> name.substring(kept.name("").length()))
                        .filter(number -> number.matches("\\d{1,18}"))
                        .map(Long::parseLong)
                        .map(seq -> kept.at(Math.max(seq, kept.seq())))
                        .orElse(kept);
    }

    static GatewaySession of(JsonNode ready, long seq) {
        return new GatewaySession(
                JsonRows.text(ready, "session_id"),
                JsonRows.text(ready, "resume_gateway_url"),
                seq);
    }

    boolean isNew() {
        return id.isEmpty();
    }

    GatewaySession at(long seq) {
        return new GatewaySession(id, url, seq);
    }

    /// Under which an event is kept: the same when it is told again.
    String name(Object seq) {
        return "gateway/%s/%s".formatted(id, seq);
    }

    void remember(Stream stream) {
        stream.remember(isNew() ? "" : Cursors.write(this));
    }
}
