package org.folkmoot.sources.linkedin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;

/// Asks LinkedIn to call us when something stirs below the page's posts. It is named by all who are
/// concerned, so asking once more changes nothing.
record LinkedInSubscription(LinkedInApi api) {

    /// @return empty without the app's number, or for somebody who has no role at the page
    Optional<Instant> to(String address) {
        var path = path();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        api.line().ask(api.send("PUT", path).json(Map.of("webhook", address)));
        var ends = api.line().ask(api.get(path)).json().path("expiresAt").asLong(0);
        return Optional.of(ends > 0 ? Instant.ofEpochMilli(ends) : Instant.MAX);
    }

    /// Unless it leads to another address by now.
    void end(String address) {
        var path = path();
        if (path.isEmpty()) {
            return;
        }
        var there = api.line().ask(api.get(path).allowing(404));
        if (there.status() != 404
                && there.json().path("webhook").asString(address).equals(address)) {
            api.line().ask(api.send("DELETE", path).allowing(404));
        }
    }

    private String path() {
        var app = api.line().connection().setting("application-id");
        var member = app.isEmpty() ? "" : member();
        return member.isEmpty()
                ? ""
                : "/eventSubscriptions/(developerApplication:%s,user:%s,entity:%s,eventType:%s)"
                        .formatted(
                                Ask.part("urn:li:developerApplication:" + app),
                                Ask.part(member),
                                Ask.part(api.organization()),
                                "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS");
    }

    private String member() {
        var page = api.line().ask(api.get("/organizationAcls?q=roleAssignee")).json();
        for (var row : page.path("elements")) {
            if (row.path("organization")
                    .asString(row.path("organizationTarget").asString(""))
                    .equals(api.organization())) {
                return row.path("roleAssignee").asString("");
            }
        }
        return "";
    }
}
