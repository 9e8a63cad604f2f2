package org.folkmoot.sources.linkedin;

import java.util.Optional;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;

/// Looks whether something was said already in the page's name.
record LinkedInSearch(LinkedInApi api) {

    Optional<String> find(Act act) {
        return switch (act.what()) {
            case POST -> post(act);
            case REPLY -> comment(act);
            default -> Optional.empty();
        };
    }

    private Optional<String> post(Act act) {
        var ask =
                api.get("/posts?q=author&author=" + Ask.part(api.organization()))
                        .query("sortBy", "LAST_MODIFIED")
                        .with("X-RestLi-Method", "FINDER");
        for (var row : api.line().ask(LinkedInApi.page(ask, 0)).json().path("elements")) {
            if (since(act, row.path("createdAt"))
                    && LittleText.plain(row.path("commentary").asString(""))
                            .strip()
                            .equals(act.text().strip())) {
                return Optional.of(row.path("id").asString(""));
            }
        }
        return Optional.empty();
    }

    private Optional<String> comment(Act act) {
        var path = "/socialActions/%s/comments".formatted(Ask.part(act.target()));
        var start = 0;
        do {
            var page = api.line().ask(LinkedInApi.page(api.get(path), start)).json();
            for (var row : page.path("elements")) {
                if (since(act, row.path("created").path("time"))
                        && row.path("actor").asString("").equals(api.organization())
                        && row.path("message")
                                .path("text")
                                .asString("")
                                .strip()
                                .equals(act.text().strip())) {
                    return Optional.of(LinkedInPosts.urn(row));
                }
            }
            start = LinkedInApi.next(page, start);
        } while (start > 0);
        return Optional.empty();
    }

    private static boolean since(Act act, JsonNode millis) {
        return millis.asLong(0) >= act.at().minusSeconds(60).toEpochMilli();
    }
}
