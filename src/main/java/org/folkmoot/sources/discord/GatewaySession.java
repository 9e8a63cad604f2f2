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
/// @param refusals how often Discord refused to tell as much as was asked for
record GatewaySession(String id, String url, long seq, int refusals) {

    static final GatewaySession NEW = new GatewaySession("", "", 0, 0);

    static GatewaySession read(Stream stream) {
        var kept = Cursors.read(stream.memory().orElse(""), GatewaySession.class, () -> NEW);
        return kept.isNew()
                ? kept
                : stream.last(kept.name(""))
                        .map(name -> name.substring(kept.name("").length()))
                        .filter(number -> number.matches("\\d{1,18}"))
                        .map(Long::parseLong)
                        .map(seq -> kept.at(Math.max(seq, kept.seq())))
                        .orElse(kept);
    }

    GatewaySession of(JsonNode ready, long seq) {
        return new GatewaySession(
                JsonRows.text(ready, "session_id"),
                JsonRows.text(ready, "resume_gateway_url"),
                seq,
                refusals);
    }

    /// A new one that asks for less.
    GatewaySession less() {
        return new GatewaySession("", "", 0, refusals + 1);
    }

    boolean isNew() {
        return id.isEmpty();
    }

    GatewaySession at(long seq) {
        return new GatewaySession(id, url, seq, refusals);
    }

    /// Under which an event is kept: the same when it is told again.
    String name(Object seq) {
        return "gateway/%s/%s".formatted(id, seq);
    }

    void remember(Stream stream) {
        stream.remember(equals(NEW) ? "" : Cursors.write(this));
    }
}
