package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.ArrayList;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an instance notifies of, and reports, in the same words whether asked for or called about.
record Notices(Statuses statuses) {

    void add(JsonNode notification) {
        var at = JsonTimes.of(text(notification, "created_at"));
        var status = notification.path("status");
        var type = text(notification, "type");
        var accounts = new Accounts(statuses.names(), statuses.finds());
        var who = accounts.met(notification.path("account"));
        if (at == null) {
            var why = "This notification has no time.";
            statuses.finds()
                    .add(new Found.Refused("notifications", 1, why, notification.toString()));
            return;
        }
        switch (type) {
            case "mention", "status", "update", "quote", "quoted_update" ->
                    statuses.add(status, "notifications");
            case "reblog" -> statuses.shared(Statuses.uri(status), status, who, at);
            case "favourite" -> statuses.liked(Statuses.uri(status), status, who, at);
            case "follow" -> followed(who, at);
            case "admin.sign_up" -> joined(who, at);
            case "admin.report" -> report(notification.path("report"), notification);
            default -> {
                return; // polls that ended, requests, warnings to us: nobody did anything
            }
        }
    }

    private void followed(@Nullable String who, Instant at) {
        if (who != null) {
            var id = "follow/%s/%s".formatted(statuses.me(), who);
            statuses.finds().add(Deed.of(Statuses.SOURCE, id, Kind.FOLLOW, who, at));
        }
    }

    void joined(@Nullable String who, @Nullable Instant at) {
        if (who != null) {
            statuses.finds().add(Deed.of(Statuses.SOURCE, "join/" + who, Kind.JOIN, who, at));
        }
    }

    /// @param around what tells who reported, where the report itself does not
    void report(JsonNode report, JsonNode around) {
        var accounts = new Accounts(statuses.names(), statuses.finds());
        var by = accounts.met(inner(report.path("account")));
        var target = accounts.met(inner(report.path("target_account")));
        var id = text(report, "id");
        var at = JsonTimes.of(text(report, "created_at"));
        if (id.isEmpty() || at == null) {
            var why = "This report has no number, or no time.";
            statuses.finds().add(new Found.Refused("reports", 1, why, report.toString()));
            return;
        }
        var about = new ArrayList<String>();
        report.path("statuses").forEach(status -> about.add(Statuses.uri(status)));
        var comment = text(report, "comment");
        var who = by == null ? statuses.names().of(around.path("account")) : by;
        statuses.finds()
                .add(
                        Deed.of(
                                        Statuses.SOURCE,
                                        "report/%s/%s".formatted(statuses.names().domain(), id),
                                        Kind.SYSTEM_NOTE,
                                        who.isEmpty() ? null : who,
                                        at)
                                .saying(comment.isBlank() ? null : comment)
                                .fact("type", "report")
                                .fact("category", text(report, "category"))
                                .fact("about", target)
                                .fact("posts", String.join("\n", about))
                                .fact("resolved", text(report, "action_taken_at")));
    }

    /// For admins an account is wrapped into one that tells more.
    private static JsonNode inner(JsonNode account) {
        return account.path("account").isObject() ? account.path("account") : account;
    }
}
