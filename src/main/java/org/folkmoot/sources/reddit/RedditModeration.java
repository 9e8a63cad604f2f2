package org.folkmoot.sources.reddit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns what moderators see into findings: reports, their log, and modmail. Moderators' notes
/// among themselves are left alone.
record RedditModeration(RedditThings things, Finds finds) {

    private static final Set<String> HELPS =
            Set.of(
                    "approvecomment",
                    "approvelink",
                    "distinguish",
                    "editflair",
                    "ignorereports",
                    "lock",
                    "marknsfw",
                    "muteuser",
                    "removecomment",
                    "removelink",
                    "spamcomment",
                    "spamlink",
                    "sticky",
                    "unbanuser",
                    "unlock",
                    "unmuteuser",
                    "unsticky");

    /// Reports of users are anonymous; those of moderators bear a name. When they were made is not
    /// told: they get the time of what they are about.
    void reports(JsonNode thing) {
        var row = thing.path("data");
        var at = RedditThings.time(row.path("created_utc"));
        var about = RedditThings.name(thing);
        if (at == null || about.isEmpty()) {
            return; // told already, as a thing that cannot be used
        }
        for (var report : row.path("user_reports")) {
            report(row, about, at, report.path(0).asString(""), null);
        }
        for (var report : row.path("mod_reports")) {
            var by = things.person(report.path(1).asString(""));
            report(row, about, at, report.path(0).asString(""), by);
        }
        if (RedditThings.held(row)) {
            note(row, about + "/held", null, at, "Held back until a moderator decides");
        }
    }

    private void report(JsonNode row, String about, Instant at, String why, @Nullable String by) {
        note(
                row,
                "%s/report/%s/%s".formatted(about, by == null ? "" : by, why),
                by,
                at,
                "Reported: " + (why.isEmpty() ? "no reason given" : why));
    }

    private void note(JsonNode row, String id, @Nullable String by, Instant at, String words) {
        finds.add(
                Deed.of(RedditThings.SOURCE, id, Kind.SYSTEM_NOTE, by, at)
                        .inferred(true)
                        .in(RedditApi.bare(row.path("subreddit").asString("")))
                        .under(id.replaceFirst("/.*$", ""))
                        .saying(words));
    }

    /// @param row of the moderation log
    /// @return what it was done to, if that is a post or a comment
    @Nullable String logged(JsonNode row) {
        var id = row.path("id").asString("");
        var at = RedditThings.time(row.path("created_utc"));
        if (id.isEmpty() || at == null) {
            finds.add(new Found.Refused("log", 0, "It has no id or no time.", row.toString()));
            return null;
        }
        var action = row.path("action").asString("");
        var target = row.path("target_fullname").asString("");
        var thing = target.startsWith("t1_") || target.startsWith("t3_") ? target : null;
        var by = things.author(row, "mod");
        var ban = action.equals("banuser");
        finds.add(
                Deed.of(
                                RedditThings.SOURCE,
                                id,
                                ban
                                        ? Kind.BAN
                                        : HELPS.contains(action)
                                                ? Kind.MODERATION_HELP
                                                : Kind.SYSTEM_NOTE,
                                ban ? things.author(row, "target_author") : by,
                                at)
                        .in(RedditApi.bare(row.path("subreddit").asString("")))
                        .under(thing)
                        .saying(words(row, action))
                        .fact("action", action)
                        .fact("by", ban ? by : null)
                        .fact("of", ban ? null : RedditThings.filled(row, "target_author")));
        return thing;
    }

    private static String words(JsonNode row, String action) {
        var details = row.path("details").asString("");
        var why = row.path("description").asString("");
        return action
                + (details.isEmpty() ? "" : ": " + details)
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    /// A whole conversation. Its first message is what a user or the team began it with.
    void conversation(JsonNode page, String subreddit) {
        var conversation = page.path("conversation");
        var id = conversation.path("id").asString("");
        var place = subreddit + "/modmail";
        finds.add(
                Found.Place.of(
                        RedditThings.SOURCE, place, "Modmail of r/" + subreddit, Style.FORUM));
        if (id.isEmpty() || conversation.path("isInternal").asBoolean(false)) {
            return;
        }
        var messages =
                StreamSupport.stream(page.path("messages").spliterator(), false)
                        .filter(m -> !m.path("isInternal").asBoolean(false))
                        .sorted(
                                Comparator.comparing((JsonNode m) -> m.path("date").asString(""))
                                        .thenComparing(m -> m.path("id").asString("")))
                        .toList();
        var first = "";
        for (var message : messages) {
            var deed = "modmail/%s/%s".formatted(id, message.path("id").asString(""));
            var author = message.path("author");
            var who =
                    author.path("isDeleted").asBoolean(false)
                            ? ""
                            : author.path("name").asString("");
            finds.add(
                    Deed.of(
                                    RedditThings.SOURCE,
                                    deed,
                                    first.isEmpty() ? Kind.MESSAGE : Kind.REPLY,
                                    things.person(who),
                                    time(message.path("date").asString("")))
                            .in(place)
                            .under(first.isEmpty() ? null : first)
                            .titled(
                                    first.isEmpty()
                                            ? RedditThings.filled(conversation, "subject")
                                            : null)
                            .saying(RedditThings.filled(message, "bodyMarkdown"))
                            .at("https://mod.reddit.com/mail/all/" + id)
                            .fact(
                                    "moderator",
                                    author.path("isMod").asBoolean(false) ? "true" : null));
            first = first.isEmpty() ? deed : first;
        }
    }

    /// Null for what is no time.
    static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
