package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.mastodon.At.Post;
import org.folkmoot.sources.mastodon.At.Seen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A page of one stream.
record Pages(MastodonApi api, Statuses statuses, At at) {

    private static final int REMEMBERED = 40;

    At read(String stream) {
        var before = at.seen().getOrDefault(stream, Map.of());
        var ask = api.get(Streams.path(stream, at.me())).query("max_id", at.next());
        if (!at.next().isEmpty() && !before.isEmpty() && Streams.ofPosts(stream)) {
            ask = ask.query("since_id", before.keySet().iterator().next());
        }
        var reply = api.line().ask(Streams.mayBeShut(stream) ? ask.allowing(403, 404, 422) : ask);
        if (reply.status() >= 400) {
            return at.streamShut();
        }
        var rows = reply.json();
        if (reads(stream) && wanting(rows)) {
            return at;
        }
        if (at.next().isEmpty()) {
            at.fresh().clear();
        }
        var next = MastodonApi.next(reply);
        var met = false;
        var old = false;
        for (var row : rows) {
            var id = text(row, "id");
            met |= before.containsKey(id);
            tell(stream, row, before.get(id));
            old |= reads(stream) && old(row);
            if (at.fresh().size() < REMEMBERED && !id.isEmpty()) {
                at.fresh().put(id, seen(row));
            }
        }
        if (Streams.ofPosts(stream) && at.next().isEmpty()) {
            missing(before, next.isEmpty());
        }
        return next.isEmpty() || rows.isEmpty() || met || old || next.equals(at.next())
                ? at.streamDone()
                : at.next(next);
    }

    private static boolean reads(String stream) {
        return Streams.ofPosts(stream) || stream.equals(Streams.NOTIFICATIONS);
    }

    private Seen seen(JsonNode row) {
        return new Seen(statuses.id(row), row.path("replies_count").asInt(0));
    }

    /// Whether it is first to be asked what some of these answer.
    private boolean wanting(JsonNode rows) {
        var posts = new ArrayList<JsonNode>();
        for (var row : rows) {
            for (var post : List.of(row, row.path("status"), row.path("reblog"))) {
                if (!Statuses.uri(post).isEmpty() && !text(post, "created_at").isEmpty()) {
                    posts.add(post);
                    at.learn(text(post, "id"), Statuses.uri(post));
                }
            }
        }
        var wanted = new LinkedHashSet<String>();
        posts.stream()
                .filter(statuses::waits)
                .forEach(post -> wanted.add(text(post, "in_reply_to_id")));
        at.wanted().addAll(wanted);
        return !wanted.isEmpty();
    }

    private void tell(String stream, JsonNode row, @Nullable Seen before) {
        if (stream.equals(Streams.NOTIFICATIONS)) {
            new Notices(statuses).add(row);
        } else if (Streams.ofReports(stream)) {
            new Notices(statuses).report(row, row);
        } else if (stream.equals(Streams.FOLLOWERS)) {
            new Accounts(statuses.names(), statuses.finds()).met(row);
        } else {
            statuses.add(row, stream);
            var replies = row.path("replies_count").asInt(0);
            if (replies > 0
                    && Statuses.open(row)
                    && (before == null || before.replies() != replies)) {
                var post = new Post(text(row, "id"), Statuses.uri(row));
                if (!at.threads().contains(post)) {
                    at.threads().add(post);
                }
            }
        }
    }

    private boolean old(JsonNode row) {
        var made = JsonTimes.of(text(row, "created_at"));
        return made != null && made.isBefore(api.line().connection().since());
    }

    /// What was there and is not, though what is older is: it may have been deleted, which is asked
    /// for, or only be shown to us no more.
    ///
    /// @param all whether the page holds everything there is
    private void missing(Map<String, Seen> before, boolean all) {
        var waiting = new ArrayList<Post>();
        for (var one : before.entrySet()) {
            if (at.fresh().containsKey(one.getKey())) {
                at.doubtful().addAll(waiting);
                waiting.clear();
            } else if (!one.getValue().uri().isEmpty()) {
                waiting.add(new Post(one.getKey(), one.getValue().uri()));
            }
        }
        if (all) {
            at.doubtful().addAll(waiting);
        }
    }
}
