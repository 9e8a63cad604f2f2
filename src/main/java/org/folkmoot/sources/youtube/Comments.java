package org.folkmoot.sources.youtube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import org.folkmoot.sources.youtube.At.Stage;
import tools.jackson.databind.JsonNode;

/// The comments on a channel and all its videos. A thread comes with five replies at most; the
/// others are asked for where their number says that there are some we do not know.
record Comments(YouTubeApi api, YouTubeAnswers answers) {

    private static final Duration SWEEP = Duration.ofDays(30);
    private static final String PAGE = "100";
    private static final String SINGLY = "singly";

    /// So many threads are looked at again each time.
    private static final int AGAIN = 100;

    At threads(At at) {
        var reply =
                api.line()
                        .ask(
                                api.get("commentThreads", "snippet,replies")
                                        .query("allThreadsRelatedToChannelId", at.channel().id())
                                        .query("order", "time")
                                        .query("textFormat", "plainText")
                                        .query("maxResults", PAGE)
                                        .query("pageToken", at.page()));
        if (YouTubeManners.reason(reply).equals(YouTubeManners.INVALID_PAGE)) {
            return at.to(Stage.COMMENTS); // it was too old: from the first page again
        }
        if (reply.status() != 200) {
            return at.to(Stage.CHAT); // nobody may comment
        }
        var page = reply.json();
        var open = new ArrayList<String>();
        var threads = new LinkedHashMap<String, Talk.Thread>();
        var oldest = Instant.MAX;
        for (var row : page.path("items")) {
            var top = row.path("snippet").path("topLevelComment");
            var id = top.path("id").asString(row.path("id").asString(""));
            var thread = thread(row, id);
            var before = at.talk().known().get(id);
            if (thread.replies().size() < thread.count()) {
                if (before != null && before.count() == thread.count() && !at.sweeping()) {
                    thread = thread.and(before.replies());
                } else {
                    open.add(id);
                }
            }
            threads.put(id, thread);
            var posted = YouTubeAnswers.time(top.path("snippet").path("publishedAt"));
            oldest = posted != null && posted.isBefore(oldest) ? posted : oldest;
        }
        var next = YouTubeApi.next(page, at.page());
        var talk = at.talk().saw(threads, open, next, next.isEmpty());
        return after(at.talk(enough(at, talk, oldest) ? talk.saw(threads, open, "", false) : talk));
    }

    private Talk.Thread thread(JsonNode row, String id) {
        var snippet = row.path("snippet");
        var video = snippet.path("videoId").asString("");
        answers.comment(snippet.path("topLevelComment"), video, "");
        var replies = new ArrayList<String>();
        for (var reply : row.path("replies").path("comments")) {
            answers.comment(reply, video, id);
            replies.add(reply.path("id").asString(""));
        }
        return new Talk.Thread(snippet.path("totalReplyCount").asInt(0), video, replies);
    }

    /// Whether the pages have come to what was known, as far back as is looked at again.
    private boolean enough(At at, Talk talk, Instant oldest) {
        var now = api.line().now();
        var met = talk.seen().keySet().stream().anyMatch(talk.known()::containsKey);
        var far = !at.sweeping() || oldest.isBefore(now.minus(SWEEP));
        return !talk.whole()
                && ((met && far && talk.seen().size() >= AGAIN)
                        || oldest.isBefore(api.line().connection().since()));
    }

    /// A page of a thread's replies, all of them.
    At replies(At at) {
        var id = at.talk().open().getFirst();
        var thread = at.talk().seen().get(id);
        var reply =
                api.line()
                        .ask(
                                api.get("comments", "snippet")
                                        .query("parentId", id)
                                        .query("textFormat", "plainText")
                                        .query("maxResults", PAGE)
                                        .query("pageToken", at.page())
                                        .allowing(403, 404));
        var page = YouTubeApi.body(reply);
        var ids = new ArrayList<String>();
        for (var row : page.path("items")) {
            answers.comment(row, thread == null ? "" : thread.video(), id);
            ids.add(row.path("id").asString(""));
        }
        var next = YouTubeApi.next(page, at.page());
        var read = at.talk().replies(ids);
        return next.isEmpty()
                ? after(at.talk(read.threadDone()))
                : at.talk(read).with(Stage.REPLIES, next);
    }

    private static At after(At at) {
        var talk = at.talk();
        if (!talk.open().isEmpty()) {
            return at.to(Stage.REPLIES);
        }
        if (!talk.then().isEmpty()) {
            return at.with(Stage.COMMENTS, talk.then());
        }
        var lost = talk.missing();
        return lost.isEmpty()
                ? at.talk(talk.over()).to(Stage.CHAT)
                : at.lost(lost).to(Stage.LOST_COMMENTS);
    }

    /// Those that were missing, by name: many at once, or one at a time where YouTube refused them
    /// all for the sake of one.
    At lost(At at) {
        var most = at.page().equals(SINGLY) ? 1 : YouTubeApi.AT_ONCE;
        var asked = at.lost().subList(0, Math.min(most, at.lost().size()));
        var reply = api.comments(asked);
        var refused = YouTubeManners.reason(reply).equals("commentNotFound");
        if (refused && asked.size() > 1) {
            return at.with(Stage.LOST_COMMENTS, SINGLY);
        }
        var there = new HashSet<String>();
        YouTubeApi.body(reply).path("items").forEach(row -> there.add(row.path("id").asString("")));
        var sure = reply.status() == 200 || refused;
        var gone = asked.stream().filter(id -> sure && !there.contains(id)).toList();
        gone.forEach(answers::gone);
        var left = at.lost().subList(asked.size(), at.lost().size());
        var talk = at.talk().without(gone);
        return left.isEmpty()
                ? at.lost(left).talk(talk.over()).to(Stage.CHAT)
                : at.lost(left).talk(talk).with(Stage.LOST_COMMENTS, at.page());
    }
}
