package org.folkmoot.sources.wordpress;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.wordpress.WordpressAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// What can be done with a site's posts and comments, each by a request or two.
record There(Line line, Site site) {

    /// Its clock may differ from ours.
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private static final int LATEST = 100;

    /// In which list a post shall be: the target names one, or else the blog is meant.
    String list(Act act) {
        var types = line.connection().list("types");
        return types.contains(act.target()) ? act.target() : "posts";
    }

    Done write(String list, Map<String, Object> body) {
        return done("", ask(site.post(line, list, body)));
    }

    Done reply(Act act) {
        var body = new LinkedHashMap<String, Object>();
        if (isComment(act.target())) {
            var parent = number(act.target());
            var told = ask(site.get(line, "comments/" + parent));
            body.put("post", told.path("post").asLong(0));
            body.put("parent", parent);
        } else {
            body.put("post", number(act.target()));
        }
        body.put("content", act.text());
        return done("c", ask(site.post(line, "comments", body)));
    }

    /// @param post what becomes of a post, empty when that cannot be done to one
    /// @param comment and of a comment
    Done change(String target, Map<String, ?> post, Map<String, ?> comment) {
        var body = isComment(target) ? comment : post;
        if (body.isEmpty()) {
            throw new IllegalArgumentException(
                    isComment(target)
                            ? "This can be done to a post only."
                            : "This can be done to a comment only.");
        }
        var path = path(target);
        return done(isComment(target) ? "c" : "", ask(site.post(line, path, body)));
    }

    /// Into the bin, from which somebody there can take it back.
    Done remove(String target) {
        var reply = send(site.delete(line, path(target)));
        if (reply.status() != 410) {
            good(reply);
        }
        return new Done(target, "");
    }

    /// A number may be that of a post or of a page, which the site wants to be told.
    private String path(String target) {
        if (isComment(target)) {
            return "comments/" + number(target);
        }
        var id = number(target);
        for (var list : line.connection().list("types")) {
            var path = list + "/" + id;
            if (send(site.get(line, path).query("_fields", "id")).status() == 200) {
                return path;
            }
        }
        throw new IllegalArgumentException("The site knows no such post any more.");
    }

    /// @param state what it should have become; what was scheduled may be out by now
    Optional<Done> findPost(Act act, String state) {
        for (var each : state.equals("future") ? List.of(state, "publish") : List.of(state)) {
            for (var row : latest(list(act), each)) {
                var same =
                        alike(WordpressAnswers.title(row.path("title")), act.title())
                                && alike(words(row), act.text());
                if (same && since(row, "modified_gmt", act.at())) {
                    return Optional.of(done("", row));
                }
            }
        }
        return Optional.empty();
    }

    Optional<Done> findComment(Act act) {
        var me = ask(site.get(line, "users/me").query("_fields", "id")).path("id").asString("");
        for (var state : List.of("approve", "hold")) {
            for (var row : latest("comments", state)) {
                if (row.path("author").asString("").equals(me)
                        && alike(words(row), act.text())
                        && isUnder(row, act.target())
                        && since(row, "date_gmt", act.at())) {
                    return Optional.of(done("c", row));
                }
            }
        }
        return Optional.empty();
    }

    /// The latest in a state; those that are shown everybody may read. Who may not see comments
    /// that wait has none that do.
    private JsonNode latest(String list, String state) {
        var ask = site.get(line, list).query("per_page", Integer.toString(LATEST));
        var shown = state.equals("publish") || state.equals("approve");
        return Reading.rows(
                line.ask(
                        shown
                                ? ask
                                : ask.query("status", state)
                                        .query("context", "edit")
                                        .allowing(403)));
    }

    private static boolean isUnder(JsonNode row, String target) {
        var under = row.path(isComment(target) ? "parent" : "post").asLong(0);
        return under == number(target);
    }

    private static String words(JsonNode row) {
        return WordpressAnswers.words(row.path("content"));
    }

    /// The site may mend a text's marks and spaces.
    private static boolean alike(String there, String here) {
        return bare(there).equals(bare(here));
    }

    private static String bare(String text) {
        return text.replaceAll("<[^>]*>|&[a-z#0-9]+;|[^\\p{L}\\p{N}]", "");
    }

    private static boolean since(JsonNode row, String field, Instant at) {
        var when = WordpressAnswers.date(row, field);
        return when == null || !when.isBefore(at.minus(EARLIER));
    }

    private JsonNode ask(Ask ask) {
        return good(send(ask)).json();
    }

    private Reply send(Ask ask) {
        return line.ask(ask.allowing(400, 403, 404, 409, 410, 413, 501));
    }

    /// What the site refuses it explains itself.
    private static Reply good(Reply reply) {
        if (reply.status() >= 300) {
            var why = reply.json().path("message").asString("").strip();
            throw new IllegalArgumentException(
                    "The site did not take it (%d)%s"
                            .formatted(reply.status(), why.isEmpty() ? "." : ": " + why));
        }
        return reply;
    }

    private static Done done(String sign, JsonNode row) {
        return new Done(sign + row.path("id").asString(""), row.path("link").asString(""));
    }

    private static boolean isComment(String target) {
        return target.matches("c\\d{1,18}");
    }

    private static long number(String target) {
        var digits = isComment(target) ? target.substring(1) : target;
        if (!digits.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("This is no post or comment of the site.");
        }
        return Long.parseLong(digits);
    }
}
