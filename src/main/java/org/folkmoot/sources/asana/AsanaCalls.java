package org.folkmoot.sources.asana;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asana's calls: the first brings the secret with which all later ones are signed. They have no
/// name of their own, so each is known by its signature, and tell only what is to be read again.
record AsanaCalls() implements Listening {

    private static final String HANDSHAKE = "X-Hook-Secret";

    private static final List<Map<String, Object>> WANTED =
            List.of(
                    wanted("task", "added"),
                    wanted("task", "changed"),
                    wanted("task", "deleted"),
                    wanted("story", "added"),
                    wanted("story", "changed"),
                    wanted("story", "removed"),
                    wanted("story", "deleted"));

    private static Map<String, Object> wanted(String type, String action) {
        return Map.of("resource_type", type, "action", action);
    }

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public boolean arranges() {
        return true;
    }

    /// One webhook for each project that has none yet. Asana makes its handshake meanwhile.
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        var api = new AsanaApi(line);
        for (var project : new AsanaProjects(api).all()) {
            var gid = project.path("gid").asString("");
            var workspace = project.path("workspace").path("gid").asString("");
            if (there(api, workspace, gid, address).stream().noneMatch(AsanaCalls::active)) {
                AsanaActs.taken(
                        api,
                        "POST",
                        "/webhooks",
                        Map.of("resource", gid, "target", address, "filters", WANTED));
            }
        }
        return Optional.of(Instant.MAX);
    }

    @Override
    public void unlisten(Line line, String address) {
        var api = new AsanaApi(line);
        for (var project : new AsanaProjects(api).all()) {
            var gid = project.path("gid").asString("");
            var workspace = project.path("workspace").path("gid").asString("");
            for (var webhook : there(api, workspace, gid, address)) {
                var path = "/webhooks/" + Ask.part(webhook.path("gid").asString(""));
                line.ask(api.delete(path).allowing(404));
            }
        }
    }

    private static boolean active(JsonNode webhook) {
        return webhook.path("active").asBoolean(true);
    }

    private static List<JsonNode> there(
            AsanaApi api, String workspace, String project, String address) {
        var page =
                api.line()
                        .ask(
                                api.get("/webhooks", "target,active")
                                        .query("workspace", workspace)
                                        .query("resource", project)
                                        .query("limit", AsanaApi.PAGE))
                        .json();
        return page.path("data").values().stream()
                .filter(webhook -> webhook.path("target").asString("").equals(address))
                .toList();
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var known = connection.secret(secret()).orElse("").lines().toList();
        var brought = call.header(HANDSHAKE);
        if (!brought.isEmpty()) {
            var answer = new Heard.Answer(200, "", "", Map.of(HANDSHAKE, brought));
            return known.stream().anyMatch(secret -> Signature.same(secret, brought))
                    ? answer
                    : new Heard.Learn(brought, answer);
        }
        var given = call.header("X-Hook-Signature");
        var right = false;
        for (var secret : known) {
            right |= Signature.sha256(secret, call.body()).isHex("", given);
        }
        if (!right) {
            return new Heard.Refuse("Its signature is not that of Asana.");
        }
        try {
            return call.json().path("events").isEmpty()
                    ? Heard.Answer.ok() // a sign of life
                    : new Heard.Take(given);
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var things = new AsanaThings(new AsanaApi(line), new AsanaAnswers(finds));
        Event.of(call.json().path("events")).forEach(things::read);
    }
}
