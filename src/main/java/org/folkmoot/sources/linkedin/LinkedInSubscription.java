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
        var app = api.line().connection().setting("application-id");
        var member = app.isEmpty() ? "" : member();
        if (member.isEmpty()) {
            return Optional.empty();
        }
        var path =
                "/eventSubscriptions/(developerApplication:%s,user:%s,entity:%s,eventType:%s)"
                        .formatted(
                                Ask.part("urn:li:developerApplication:" + app),
                                Ask.part(member),
                                Ask.part(api.organization()),
                                "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS");
        api.line().ask(api.send("PUT", path).json(Map.of("webhook", address)));
        var ends = api.line().ask(api.get(path)).json().path("expiresAt").asLong(0);
        return Optional.of(ends > 0 ? Instant.ofEpochMilli(ends) : Instant.MAX);
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
