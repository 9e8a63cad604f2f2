package org.folkmoot.connectors.github;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an object is. GitHub's REST API does not say it: it is told by what the object holds.
enum Shape {
    SEARCH,
    FEED_EVENT,
    ISSUE,
    PULL_REQUEST,
    ISSUE_COMMENT,
    REVIEW_COMMENT,
    REVIEW,
    DRAFT,
    COMMIT_COMMENT,
    DISCUSSION,
    DISCUSSION_COMMENT,
    RELEASE,
    STAR,
    COMMIT,
    EVENT,
    REACTION,
    REPOSITORY,
    ACCOUNT,
    UNKNOWN;

    private static final Pattern NUMBERED = Pattern.compile(".*/(issues|pull|discussions)/\\d+$");

    static Shape of(JsonNode row) {
        var page = row.path("html_url").asString("");
        var numbered = NUMBERED.matcher(page);
        if (page.contains("#issuecomment-")) {
            return ISSUE_COMMENT;
        }
        if (page.contains("#discussioncomment-")) {
            return DISCUSSION_COMMENT;
        }
        if (page.contains("#pullrequestreview-")) {
            return row.path("submitted_at").isString() ? REVIEW : DRAFT;
        }
        if (page.contains("#commitcomment-")) {
            return COMMIT_COMMENT;
        }
        if (page.contains("#discussion_r") || row.has("diff_hunk")) {
            return REVIEW_COMMENT;
        }
        if (row.has("number") && row.has("title") && numbered.matches()) {
            return switch (numbered.group(1)) {
                case "pull" -> PULL_REQUEST;
                case "discussions" -> DISCUSSION;
                default -> row.has("pull_request") ? PULL_REQUEST : ISSUE;
            };
        }
        return other(row);
    }

    private static Shape other(JsonNode row) {
        if (row.path("items").isArray() && row.has("total_count")) {
            return SEARCH;
        }
        if (row.has("starred_at")) {
            return STAR;
        }
        if (row.has("tag_name")) {
            return RELEASE;
        }
        if (row.has("sha") && row.path("commit").isObject()) {
            return COMMIT;
        }
        if (row.has("event") && row.has("created_at")) {
            return EVENT;
        }
        if (row.has("type") && row.has("actor") && row.path("repo").has("name")) {
            return FEED_EVENT;
        }
        if (row.has("content") && row.has("user") && row.has("created_at")) {
            return REACTION;
        }
        if (row.has("full_name") && row.has("owner")) {
            return REPOSITORY;
        }
        return row.has("login") ? ACCOUNT : UNKNOWN;
    }
}
