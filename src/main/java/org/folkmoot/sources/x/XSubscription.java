package org.folkmoot.sources.x;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;

/// Asks X to call us: the app, by its own token, names the address, and the account lets the app
/// hear of it. X gives an address up that did not answer once, so this is looked at every day.
record XSubscription(XApi api) {

    private static final Duration DAILY = Duration.ofDays(1);

    /// @return empty without the app's own token
    Optional<Instant> to(String address) {
        var token = api.line().connection().secret("app-token").orElse("");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var id = webhook(address, token);
        var path = "/2/account_activity/webhooks/%s/subscriptions/all".formatted(id);
        api.line().ask(api.send("POST", path, "subscriptions").json(Map.of()).allowing(409));
        return Optional.of(api.line().now().plus(DAILY));
    }

    /// With it end the subscriptions to it.
    void end(String address) {
        var token = api.line().connection().token("app-token");
        for (var one : known(address, token)) {
            var path = "/2/webhooks/" + Ask.part(one.path("id").asString(""));
            api.line().ask(app(api.send("DELETE", path, "webhooks/delete"), token).allowing(404));
        }
    }

    private List<JsonNode> known(String address, String token) {
        var fields = "id,url,valid";
        var all =
                ask(
                        api.get("/2/webhooks", "webhooks").query("webhook_config.fields", fields),
                        token);
        return all.path("data").values().stream()
                .filter(one -> one.path("url").asString("").equals(address))
                .toList();
    }

    private String webhook(String address, String token) {
        for (var one : known(address, token)) {
            var id = one.path("id").asString("");
            if (!one.path("valid").asBoolean(true)) {
                ask(api.send("PUT", "/2/webhooks/" + id, "webhooks/validate"), token);
            }
            return id;
        }
        var body = Map.of("url", address);
        var made = ask(api.send("POST", "/2/webhooks", "webhooks/create").json(body), token);
        return made.path("id").asString(made.path("data").path("id").asString(""));
    }

    private JsonNode ask(Ask ask, String token) {
        return api.line().ask(app(ask, token)).json();
    }

    private static Ask app(Ask ask, String token) {
        return ask.with("Authorization", "Bearer " + token);
    }
}
