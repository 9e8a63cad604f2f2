package org.folkmoot.sources.youtube;

import static org.folkmoot.connectors.intake.JsonRows.orNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.youtube.At.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The videos of a channel, by the list of its uploads: searching would cost a hundred times as
/// much and find less.
record Videos(YouTubeApi api, YouTubeAnswers answers, List<Statistic> figures, LocalDate today) {

    /// How many are remembered, to notice that one is gone.
    private static final int MOST = 1_000;

    /// A page of the list, the newest first, with what is to be known of each.
    At listed(At at) {
        var reply =
                api.line()
                        .ask(
                                api.get("playlistItems", "contentDetails")
                                        .query("playlistId", at.channel().uploads())
                                        .query("maxResults", Integer.toString(YouTubeApi.AT_ONCE))
                                        .query("pageToken", at.page())
                                        .allowing(404));
        if (YouTubeManners.reason(reply).equals(YouTubeManners.INVALID_PAGE)) {
            return at.videos(at.videos(), List.of()).to(Stage.VIDEOS);
        }
        var page = YouTubeApi.body(reply);
        var ids = new LinkedHashSet<String>();
        var oldest = Instant.MAX;
        for (var item : page.path("items")) {
            var details = item.path("contentDetails");
            var id =
                    details.path("videoId")
                            .asString(
                                    item.path("snippet")
                                            .path("resourceId")
                                            .path("videoId")
                                            .asString(""));
            if (!id.isEmpty()) {
                ids.add(id);
            }
            var published = YouTubeAnswers.time(details.path("videoPublishedAt"));
            oldest = published != null && published.isBefore(oldest) ? published : oldest;
        }
        var met = new ArrayList<>(at.met());
        ids.stream().filter(id -> !met.contains(id)).forEach(met::add);
        var next = YouTubeApi.next(page, at.page());
        var fresh = !at.videos().containsAll(ids);
        var wanted = !oldest.isBefore(api.line().connection().since());
        var further = !next.isEmpty() && wanted && (at.sweeping() || fresh);
        var went = at.videos(at.videos(), met).whole(next.isEmpty());
        return ids.isEmpty()
                ? over(went)
                : went.named(List.copyOf(ids)).with(Stage.DETAILS, further ? next : "");
    }

    /// What is to be known of those on the page. Of what YouTube tells nothing, what was known
    /// before is gone.
    At details(At at) {
        var went = at;
        var told = new HashSet<String>();
        for (var row : api.videos(at.named())) {
            answers.video(row);
            figures.addAll(Figures.ofVideo(row, today));
            told.add(row.path("id").asString(""));
            went = live(went, row);
        }
        at.named().stream()
                .filter(id -> !told.contains(id) && at.videos().contains(id))
                .forEach(answers::gone);
        return at.page().isEmpty() ? over(went) : went.with(Stage.VIDEOS, at.page());
    }

    private static At live(At at, JsonNode row) {
        var chat = chat(row);
        return chat == null || at.chats().containsKey(chat)
                ? at
                : at.chat(chat, new At.Chat(row.path("id").asString(""), "", 0));
    }

    /// A chat is there days before it begins, and nobody is there yet.
    private static @Nullable String chat(JsonNode row) {
        var announced =
                row.path("snippet").path("liveBroadcastContent").asString("").equals("upcoming");
        return announced
                ? null
                : orNull(row.path("liveStreamingDetails").path("activeLiveChatId").asString(""));
    }

    private static At over(At at) {
        var lost = At.missing(at.videos(), at.met(), at.whole());
        var known = new LinkedHashSet<>(at.met());
        known.addAll(at.videos());
        var next = at.videos(known.stream().limit(MOST).toList(), List.of()).named(lost);
        return next.to(lost.isEmpty() ? Stage.COMMENTS : Stage.LOST_VIDEOS);
    }

    /// Those that the list has no more, by name.
    At lost(At at) {
        var asked = at.named().subList(0, Math.min(YouTubeApi.AT_ONCE, at.named().size()));
        var there = new HashSet<String>();
        api.videos(asked).forEach(row -> there.add(row.path("id").asString("")));
        var gone = asked.stream().filter(id -> !there.contains(id)).toList();
        gone.forEach(answers::gone);
        var left = at.named().subList(asked.size(), at.named().size());
        var known = at.videos().stream().filter(id -> !gone.contains(id)).toList();
        return at.videos(known, List.of())
                .named(left)
                .to(left.isEmpty() ? Stage.COMMENTS : Stage.LOST_VIDEOS);
    }
}
