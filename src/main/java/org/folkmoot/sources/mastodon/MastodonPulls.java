package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.mastodon.At.Post;
import tools.jackson.databind.JsonNode;

/// Reads an instance one request a page: our posts, tags, lists, notifications, reports and
/// followers, each from the newest down to where it was read before, and the threads under posts
/// that were answered. A page with answers to posts we do not know is asked for again, once it is
/// known what they answer.
final class MastodonPulls {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final Line line;
    private final MastodonApi api;
    private final Streams streams;
    private final Found.Basket basket = new Found.Basket();
    private final List<Statistic> figures = new ArrayList<>();

    MastodonPulls(Line line) {
        this.line = line;
        this.api = new MastodonApi(line);
        this.streams = new Streams(line.connection());
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        if (!at.wanted().isEmpty()) {
            return on(parent(at), "what was answered");
        }
        if (!at.threads().isEmpty()) {
            return on(thread(at, at.threads().removeFirst()), "threads");
        }
        if (!at.doubtful().isEmpty()) {
            return on(doubt(at, at.doubtful().removeFirst()), "posts that are missing");
        }
        if (at.streams().isEmpty()) {
            var due = at.daily() == null || !at.daily().plus(AGAIN).isAfter(line.now());
            if (due) {
                return on(begin(at), "the account");
            }
            at.streams().addAll(streams.all(false));
            at.streams().removeAll(at.shut());
        }
        var stream = at.streams().getFirst();
        return on(new Pages(api, statuses(at), at).read(stream), stream);
    }

    private Statuses statuses(At at) {
        return new Statuses(Names.of(line), streams.tags(), at.acct(), at.parents(), basket);
    }

    /// Once a day: who we are, and what was closed to us is tried again.
    private At begin(At at) {
        var me = api.me();
        var acct = Names.of(line).of(me);
        new Accounts(Names.of(line), basket).met(me);
        figure(acct, "followers", me.path("followers_count"));
        figure(acct, "posts", me.path("statuses_count"));
        at.shut().clear();
        at.streams().addAll(streams.all(true));
        return at.me(text(me, "id"), acct, line.now());
    }

    private void figure(String acct, String name, JsonNode count) {
        if (count.isIntegralNumber()) {
            var day = LocalDate.ofInstant(line.now(), ZoneOffset.UTC);
            var of = Map.of("account", acct);
            figures.add(new Statistic(day, name, of, count.decimalValue()));
        }
    }

    private At parent(At at) {
        var id = at.wanted().removeFirst();
        var path = "/api/v1/statuses/" + Ask.part(id);
        var reply = line.ask(api.get(path).allowing(403, 404, 410));
        at.learn(id, reply.status() == 200 ? Statuses.uri(reply.json()) : "");
        return at;
    }

    /// All that was answered to a post, and what it answers itself.
    private At thread(At at, Post post) {
        var path = "/api/v1/statuses/%s/context".formatted(Ask.part(post.id()));
        var reply = line.ask(api.get(path).allowing(403, 404, 410));
        if (reply.status() == 200) {
            var known = new LinkedHashMap<>(at.parents());
            known.put(post.id(), post.uri());
            for (var part : new String[] {"ancestors", "descendants"}) {
                reply.json()
                        .path(part)
                        .forEach(status -> known.put(text(status, "id"), Statuses.uri(status)));
            }
            var statuses = statuses(at, known);
            for (var part : new String[] {"ancestors", "descendants"}) {
                reply.json().path(part).forEach(status -> statuses.add(status, "context"));
            }
        }
        return at;
    }

    private Statuses statuses(At at, Map<String, String> parents) {
        return new Statuses(Names.of(line), streams.tags(), at.acct(), parents, basket);
    }

    private At doubt(At at, Post post) {
        var path = "/api/v1/statuses/" + Ask.part(post.id());
        var reply = line.ask(api.get(path).allowing(403, 404, 410));
        if (reply.status() == 404 || reply.status() == 410) {
            statuses(at).gone(post.uri());
        }
        return at;
    }

    private Pull on(At next, String doing) {
        return new Pull.Caught(
                basket.all(),
                figures,
                Cursors.write(next),
                !next.ended(),
                next.ended() ? "" : doing);
    }
}
