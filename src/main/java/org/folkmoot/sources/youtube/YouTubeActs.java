package org.folkmoot.sources.youtube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Comments, their moderation, and broadcasts that are announced, in the name of whoever signed in.
/// There is no key that would keep a second comment away, so whoever is unsure looks first.
record YouTubeActs() implements Acting {

    private static final String CHAT_MESSAGE = "LCC.";

    @Override
    public Set<What> does() {
        return Set.of(
                What.REPLY,
                What.EDIT,
                What.DELETE,
                What.HIDE,
                What.UNHIDE,
                What.APPROVE,
                What.BAN,
                What.EVENT);
    }

    @Override
    public boolean twice(Act act) {
        return act.what() != What.REPLY && act.what() != What.EVENT;
    }

    @Override
    public Done act(Line line, Act act) {
        var connection = line.connection();
        if (connection.secret("token").isEmpty() && !YouTubeApi.isSignedIn(connection)) {
            throw new IllegalArgumentException(
                    "With an API key YouTube is only read. Sign in there to do this.");
        }
        var api = new YouTubeApi(line);
        return switch (act.what()) {
            case REPLY -> reply(api, act);
            case EDIT -> edit(api, act);
            case DELETE -> delete(api, act);
            case HIDE -> moderate(api, act.target(), "heldForReview", false);
            case UNHIDE, APPROVE -> moderate(api, act.target(), "published", false);
            case BAN -> ban(api, act.target());
            case EVENT -> new Broadcasts(api).announce(act);
            default -> throw new IllegalArgumentException("YouTube cannot do this from here.");
        };
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new YouTubeApi(line);
        return act.what() == What.EVENT
                ? new Broadcasts(api).find(act)
                : act.what() == What.REPLY ? said(api, act) : Optional.empty();
    }

    /// Replies lie in one row below the comment that began it all.
    private static String thread(String comment) {
        return comment.replaceFirst("\\..*$", "");
    }

    private static boolean isVideo(String id) {
        return id.matches("[\\w-]{11}");
    }

    private static Done reply(YouTubeApi api, Act act) {
        if (act.target().startsWith(CHAT_MESSAGE)) {
            throw new IllegalArgumentException(
                    "YouTube knows no replies in a live chat. Write there.");
        }
        if (!isVideo(act.target())) {
            var body =
                    Map.of(
                            "snippet",
                            Map.of("parentId", thread(act.target()), "textOriginal", act.text()));
            return done(said(api, api.send("POST", "comments", "snippet").json(body)), "");
        }
        var owner = api.videos(List.of(act.target())).path(0).path("snippet");
        var snippet = new LinkedHashMap<String, Object>();
        snippet.put("channelId", owner.path("channelId").asString(""));
        snippet.put("videoId", act.target());
        snippet.put("topLevelComment", Map.of("snippet", Map.of("textOriginal", act.text())));
        var said =
                said(
                        api,
                        api.send("POST", "commentThreads", "snippet")
                                .json(Map.of("snippet", snippet)));
        return done(said.path("snippet").path("topLevelComment"), act.target());
    }

    private static Done done(JsonNode comment, String video) {
        var id = comment.path("id").asString("");
        var on = comment.path("snippet").path("videoId").asString(video);
        return new Done(id, on.isEmpty() ? "" : YouTubeAnswers.WATCH + on + "&lc=" + id);
    }

    private static Done edit(YouTubeApi api, Act act) {
        var body = Map.of("id", act.target(), "snippet", Map.of("textOriginal", act.text()));
        return done(said(api, api.send("PUT", "comments", "snippet").json(body)), "");
    }

    /// A comment of somebody else can only be rejected, which is for ever.
    private static Done delete(YouTubeApi api, Act act) {
        if (act.target().startsWith(CHAT_MESSAGE)) {
            said(api, api.plain("DELETE", "liveChat/messages").query("id", act.target()));
            return new Done(act.target(), "");
        }
        return moderate(api, act.target(), "rejected", false);
    }

    private static Done moderate(YouTubeApi api, String comment, String status, boolean ban) {
        said(
                api,
                api.plain("POST", "comments/setModerationStatus")
                        .query("id", comment)
                        .query("moderationStatus", status)
                        .query("banAuthor", ban ? "true" : ""));
        return new Done(comment, "");
    }

    /// YouTube bans the author of a comment: it is rejected, and so is what comes after it.
    private static Done ban(YouTubeApi api, String whom) {
        var threads =
                api.line()
                        .ask(
                                api.get("commentThreads", "snippet,replies")
                                        .query("allThreadsRelatedToChannelId", channel(api))
                                        .query("order", "time")
                                        .query("textFormat", "plainText")
                                        .query("maxResults", "100"))
                        .json();
        for (var thread : threads.path("items")) {
            var top = thread.path("snippet").path("topLevelComment");
            if (isBy(top, whom)) {
                return moderate(api, top.path("id").asString(""), "rejected", true);
            }
            for (var reply : thread.path("replies").path("comments")) {
                if (isBy(reply, whom)) {
                    return moderate(api, reply.path("id").asString(""), "rejected", true);
                }
            }
        }
        throw new IllegalArgumentException(
                "YouTube bans people by a comment of theirs, and none of the last hundred threads has one.");
    }

    private static boolean isBy(JsonNode comment, String whom) {
        return YouTubeAnswers.author(comment.path("snippet")).equals(whom);
    }

    private static String channel(YouTubeApi api) {
        return api.channel().map(row -> row.path("id").asString("")).orElse("");
    }

    /// The same words by ourselves, since it was first tried.
    private static Optional<Done> said(YouTubeApi api, Act act) {
        var me = api.me();
        var video = isVideo(act.target());
        var ask =
                video
                        ? api.get("commentThreads", "snippet")
                                .query("videoId", act.target())
                                .query("order", "time")
                        : api.get("comments", "snippet").query("parentId", thread(act.target()));
        var page =
                api.line()
                        .ask(ask.query("textFormat", "plainText").query("maxResults", "100"))
                        .json();
        for (var item : page.path("items")) {
            var comment = video ? item.path("snippet").path("topLevelComment") : item;
            var posted = YouTubeAnswers.time(comment.path("snippet").path("publishedAt"));
            var text = comment.path("snippet").path("textOriginal").asString("");
            if (isBy(comment, me)
                    && text.strip().equals(act.text().strip())
                    && posted != null
                    && !posted.isBefore(act.at().minusSeconds(60))) {
                return Optional.of(done(comment, video ? act.target() : ""));
            }
        }
        return Optional.empty();
    }

    /// @throws IllegalArgumentException with YouTube's own words, when it refuses
    static JsonNode said(YouTubeApi api, Ask ask) {
        var reply = api.line().ask(ask.allowing(400, 403, 404));
        if (reply.status() >= 300) {
            throw new IllegalArgumentException(
                    "YouTube did not take it: %s".formatted(words(reply)));
        }
        return reply.json();
    }

    private static String words(Reply reply) {
        try {
            var words = reply.json().path("error").path("message").asString("");
            return words.isEmpty() ? Integer.toString(reply.status()) : words;
        } catch (JacksonException e) {
            return Integer.toString(reply.status());
        }
    }
}
