package org.folkmoot.connectors.stackexchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/// A row of the API in the words of the dump, so that both are read by the same rules. In the API
/// names and titles are HTML, and times are seconds.
final class ApiRow {

    private static final Map<String, String> SAME =
            Map.of(
                    "Score", "score",
                    "ViewCount", "view_count",
                    "AnswerCount", "answer_count",
                    "AcceptedAnswerId", "accepted_answer_id",
                    "ContentLicense", "content_license",
                    "Reputation", "reputation",
                    "AccountId", "account_id",
                    "ProfileImageUrl", "profile_image",
                    "Body", "body");
    private static final Map<String, String> ENCODED =
            Map.of("Title", "title", "DisplayName", "display_name", "Location", "location");
    private static final Map<String, String> TIMES =
            Map.of(
                    "CreationDate", "creation_date",
                    "LastEditDate", "last_edit_date",
                    "LastActivityDate", "last_activity_date",
                    "ClosedDate", "closed_date",
                    "CommunityOwnedDate", "community_owned_date",
                    "LastAccessDate", "last_access_date");

    private final JsonNode from;
    private final Map<String, String> values = new LinkedHashMap<>();

    ApiRow(JsonNode from, String id) {
        this.from = from;
        put("Id", from.path(id));
        SAME.forEach((name, field) -> put(name, from.path(field)));
        ENCODED.forEach((name, field) -> put(name, decoded(from.path(field).asString(""))));
        TIMES.forEach(
                (name, field) -> {
                    var at = from.path(field).asLong(-1);
                    if (at > 0) {
                        put(name, time(at));
                    }
                });
        if (!values.containsKey("Body")) {
            put("Body", from.path("body_markdown")); // with HTML's signs escaped already
        }
        put("WebsiteUrl", from.path("website_url"));
        put(
                "Tags",
                from.path("tags")
                        .valueStream()
                        .map(tag -> tag.asString(""))
                        .collect(Collectors.joining("|")));
    }

    private static String decoded(String html) {
        return HtmlUtils.htmlUnescape(html);
    }

    /// Without a zone, as in the dump. What is beyond all years is told as it is, and refused
    /// as the dump's would be.
    private static String time(long seconds) {
        return seconds > Instant.MAX.getEpochSecond()
                ? Long.toString(seconds)
                : Instant.ofEpochSecond(seconds).toString().replace("Z", "");
    }

    ApiRow put(String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value);
        }
        return this;
    }

    ApiRow put(String name, JsonNode value) {
        return put(name, value.isValueNode() ? value.asString("") : "");
    }

    /// Who wrote it. A deleted account leaves a name at most.
    ApiRow by(String number, String name) {
        var owner = from.path("owner");
        return put(number, owner.path("user_id"))
                .put(name, decoded(owner.path("display_name").asString("")));
    }

    /// @param file where it was asked for
    Row row(String file) {
        return new Row(file, 1, from.toString(), Map.copyOf(values));
    }
}
