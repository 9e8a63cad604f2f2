package org.folkmoot.sources.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;

/// A small channel that answers as YouTube does, two things a page and two replies under a thread.
final class Studio {

    static final String CHANNEL = "UC_x5XG1OV2P6uZZ5FSM9Ttw";

    record Video(String id, String title, String at, String chat) {}

    /// @param thread what it answers, empty for one that begins a thread
    record Said(String id, String thread, String video, String who, String text, String at) {}

    final List<Video> videos = new ArrayList<>();
    final List<Said> comments = new ArrayList<>();
    final List<Map<String, Object>> chat = new ArrayList<>();
    final List<String> edited = new ArrayList<>();
    boolean commentsOff;
    private final long views = 100;

    Answer answer(Asked asked) {
        if (!asked.path().startsWith("/youtube/v3/")) {
            return switch (asked.path()) {
                case "/token" ->
                        Answer.json(Map.of("access_token", "ya29.fresh", "expires_in", 3599));
                case "/hub" -> Answer.of(202, "");
                default -> Answer.of(404, "{}");
            };
        }
        var what = asked.method() + " " + asked.path().substring("/youtube/v3/".length());
        if (what.startsWith("GET") && asked.one("part").isEmpty()) {
            return refusal(400, "missingRequiredParameter");
        }
        return switch (what) {
            case "GET channels" -> channels(asked);
            case "GET playlistItems" -> page(asked, videos(), StudioRows::listed);
            case "GET videos" ->
                    items(
                            videos().stream()
                                    .filter(v -> named(asked, v.id()))
                                    .map(v -> StudioRows.video(v, views)));
            case "GET commentThreads" ->
                    commentsOff
                            ? refusal(403, "commentsDisabled")
                            : page(asked, threads(asked), this::thread);
            case "GET comments" ->
                    asked.one("parentId").isEmpty()
                            ? items(
                                    comments.stream()
                                            .filter(c -> named(asked, c.id()))
                                            .map(this::comment))
                            : page(asked, replies(asked.one("parentId")), this::comment);
            case "GET liveChat/messages" -> chat(asked);
            case "GET liveBroadcasts" -> items(videos().stream().map(StudioRows::broadcast));
            case "POST comments", "POST commentThreads" -> post(asked);
            case "POST comments/setModerationStatus", "DELETE liveChat/messages" ->
                    Answer.of(204, "");
            case "POST liveBroadcasts" -> announce(asked);
            default -> refusal(404, "notFound");
        };
    }

    static Answer refusal(int status, String reason) {
        return Answer.of(
                status,
                """
                {"error":{"code":%d,"message":"No: %s.","errors":[{"message":"No","domain":"youtube","reason":"%s"}]}}
                """
                        .formatted(status, reason, reason));
    }

    private static boolean named(Asked asked, String id) {
        return List.of(asked.one("id").split(",", -1)).contains(id);
    }

    private List<Video> videos() {
        return videos.stream().sorted((a, b) -> b.at().compareTo(a.at())).toList();
    }

    private List<Said> threads(Asked asked) {
        Predicate<Said> on =
                c -> asked.one("videoId").isEmpty() || c.video().equals(asked.one("videoId"));
        return comments.stream()
                .filter(c -> c.thread().isEmpty())
                .filter(on)
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .toList();
    }

    private List<Said> replies(String thread) {
        return comments.stream().filter(c -> c.thread().equals(thread)).toList();
    }

    private static Answer items(Stream<?> rows) {
        return Answer.json(Map.of("kind", "youtube#list", "items", rows.toList()));
    }

    private static <T> Answer page(Asked asked, List<T> all, Function<T, Object> told) {
        int from = asked.one("pageToken").isEmpty() ? 0 : Integer.parseInt(asked.one("pageToken"));
        if (from > all.size()) {
            return refusal(400, "invalidPageToken");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("items", all.stream().skip(from).limit(2).map(told).toList());
        body.put("prevPageToken", null);
        if (from + 2 < all.size()) {
            body.put("nextPageToken", Integer.toString(from + 2));
        }
        return Answer.json(body);
    }

    private Answer channels(Asked asked) {
        var known =
                asked.one("id").equals(CHANNEL)
                        || asked.one("forHandle").equals("@moot")
                        || asked.one("mine").equals("true");
        return items(
                (known ? List.of(StudioRows.channel(videos.size())) : List.<JsonNode>of())
                        .stream());
    }

    private Object thread(Said top) {
        var replies = replies(top.id());
        var snippet = new LinkedHashMap<String, Object>();
        snippet.put("channelId", CHANNEL);
        snippet.put("topLevelComment", comment(top));
        snippet.put("totalReplyCount", replies.size());
        if (!top.video().isEmpty()) {
            snippet.put("videoId", top.video());
        }
        return Map.of(
                "id",
                top.id(),
                "snippet",
                snippet,
                "replies",
                Map.of("comments", replies.stream().limit(2).map(this::comment).toList()));
    }

    private JsonNode comment(Said said) {
        return StudioRows.comment(said, edited.contains(said.id()));
    }

    private Answer chat(Asked asked) {
        int from = asked.one("pageToken").isEmpty() ? 0 : Integer.parseInt(asked.one("pageToken"));
        var some = chat.stream().skip(from).limit(2).toList();
        return Answer.json(
                Map.of(
                        "items",
                        some,
                        "nextPageToken",
                        Integer.toString(from + some.size()),
                        "pollingIntervalMillis",
                        4500));
    }

    void chats(String id, String type, Map<String, Object> more) {
        var snippet = new LinkedHashMap<>(more);
        snippet.put("type", type);
        snippet.put("publishedAt", "2031-03-03T09:00:00Z");
        chat.add(
                Map.of(
                        "id",
                        id,
                        "snippet",
                        snippet,
                        "authorDetails",
                        Map.of("channelId", "UCada", "displayName", "Ada")));
    }

    private Answer post(Asked asked) {
        var snippet = asked.json().path("snippet");
        var top = snippet.path("topLevelComment").path("snippet");
        var thread = snippet.path("parentId").asString("");
        var id = thread.isEmpty() ? "UgNew" : thread + ".new";
        var said =
                new Said(
                        id,
                        thread,
                        snippet.path("videoId").asString(""),
                        CHANNEL,
                        (thread.isEmpty() ? top : snippet).path("textOriginal").asString(""),
                        Instant.parse("2031-03-03T10:00:00Z").toString());
        comments.add(said);
        return Answer.json(thread.isEmpty() ? thread(said) : comment(said));
    }

    private Answer announce(Asked asked) {
        var snippet = asked.json().path("snippet");
        var made =
                new Video(
                        "vidNEW00001",
                        snippet.path("title").asString(""),
                        snippet.path("scheduledStartTime").asString(""),
                        "");
        videos.add(made);
        return Answer.json(StudioRows.broadcast(made));
    }
}
