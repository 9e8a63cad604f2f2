package org.folkmoot.sources.wordpress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.wordpress.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads a page of one of the site's lists.
///
/// Posts come by when they were changed, the oldest first: at first all, later what is new since.
/// That alone would miss one that was scheduled, which keeps the time it was written at, and one
/// that is gone. So the list of numbers is looked at too; to its end only once a day, and where the
/// site counts otherwise than we do. Comments tell no time of a change: the latest are read again.
record Lists(Line line, Reading reading) {

    static final String COMMENTS = "comments";
    private static final String USERS = "users";
    private static final int POSTS_AT_ONCE = 50;

    /// The kinds of posts that are wanted, then the comments.
    static List<String> all(Connection connection) {
        var all = new ArrayList<>(connection.list("types"));
        all.add(COMMENTS);
        return all;
    }

    static String name(Connection connection, int kind) {
        var all = all(connection);
        return all.get(Math.min(kind, all.size() - 1));
    }

    String name(At at) {
        return name(line.connection(), at.kind());
    }

    /// Where to go on when all of a kind is done: with the next, or not at all.
    static At next(At at, Line line) {
        var kind = at.kind() + 1;
        var comments = all(line.connection()).size() - 1;
        if (kind > comments) {
            return Badge.of(line.connection()).isPresent() && at.stage() != Stage.WAITING
                    ? at.stage(Stage.WAITING, comments, 1)
                    : at.stage(Stage.PEOPLE, 0, 0);
        }
        return at.stage(kind == comments ? Stage.LISTED : Stage.CHANGED, kind, 1);
    }

    At people(At at) {
        var ask = page(reading.get(USERS), at.page(), Reading.AT_ONCE, "id", "desc");
        var mild = reading.open(at.page() > 1 ? ask.allowing(400) : ask);
        var reply = reading.fully(USERS, mild, at.page(), Reading.AT_ONCE);
        var rows = reading.people(reply);
        var track = at.track(USERS);
        var known = Ids.of(track.known());
        rows.forEach(row -> known.add(row.path("id").asLong(0)));
        var seen = track.listed(known, known, Reading.total(reply));
        if (Reading.last(reply, at.page(), rows.size(), Reading.AT_ONCE)) {
            return next(at.track(USERS, seen.whole()).stage(Stage.PEOPLE, -1, 1), line);
        }
        return at.sweeping() || seen.differs()
                ? at.track(USERS, seen).page(at.page() + 1)
                : next(at.track(USERS, seen).stage(Stage.PEOPLE, -1, 1), line);
    }

    At changed(At at) {
        var list = name(at);
        var track = at.track(list);
        var ask =
                page(posts(list), at.page(), POSTS_AT_ONCE, "modified", "asc")
                        .query("modified_after", Times.before(track.mark()));
        var reply =
                reading.fully(
                        list, at.page() > 1 ? ask.allowing(400) : ask, at.page(), POSTS_AT_ONCE);
        var rows = Reading.rows(reply);
        var known = Ids.of(track.known());
        var high = Times.latest(track.high(), rows);
        tell(rows, list, known);
        var seen = track.seen(known, high);
        return Reading.last(reply, at.page(), rows.size(), POSTS_AT_ONCE)
                ? at.track(list, seen.changed()).stage(Stage.LISTED, at.kind(), 1)
                : at.track(list, seen).page(at.page() + 1);
    }

    At listed(At at) {
        var list = name(at);
        var track = at.track(list);
        var known = Ids.of(track.known());
        var listed = Ids.of(at.page() == 1 ? "" : track.listed());
        var comments = list.equals(COMMENTS);
        var ask =
                page(
                        comments ? reading.get(list) : reading.get(list).query("_fields", "id"),
                        at.page(),
                        Reading.AT_ONCE,
                        comments ? "date_gmt" : "date",
                        "desc");
        var mild = at.page() > 1 ? ask.allowing(400) : ask;
        var reply =
                comments
                        ? reading.fully(list, reading.open(mild), at.page(), Reading.AT_ONCE)
                        : line.ask(mild);
        if (comments && reply.status() != 200 && reply.status() != 400) {
            return next(at, line); // it keeps comments to itself, or has none
        }
        var rows = Reading.rows(reply);
        rows.forEach(row -> listed.add(row.path("id").asLong(0)));
        var late = comments ? 0 : fetch(list, rows, known);
        if (comments) {
            comments(rows, known);
        }
        var total = at.page() == 1 || track.total() < 0 ? Reading.total(reply) : track.total();
        var seen = track.listed(known, listed, total);
        if (Reading.last(reply, at.page(), rows.size(), Reading.AT_ONCE)) {
            var whole = seen.whole();
            return whole.missing().isEmpty()
                    ? next(at.track(list, whole), line)
                    : at.track(list, whole).stage(Stage.GONE, at.kind(), 1);
        }
        return at.sweeping() || seen.differs() || (total < 0 && late > 0)
                ? at.track(list, seen).page(at.page() + 1)
                : next(at.track(list, seen), line);
    }

    /// Those that came without being changed.
    private int fetch(String list, JsonNode rows, Ids known) {
        var late = new ArrayList<Long>();
        for (var row : rows) {
            var id = row.path("id").asLong(0);
            if (id > 0 && !known.has(id)) {
                late.add(id);
            }
        }
        if (!late.isEmpty()) {
            var ids = late.stream().map(String::valueOf).collect(Collectors.joining(","));
            var ask =
                    posts(list)
                            .query("include", ids)
                            .query("per_page", Integer.toString(Reading.AT_ONCE));
            tell(Reading.rows(reading.fully(list, ask, 1, Reading.AT_ONCE)), list, known);
        }
        return late.size();
    }

    private void tell(JsonNode rows, String list, Ids known) {
        reading.meet(rows);
        for (var row : rows) {
            reading.answers().post(row, list);
            known.add(row.path("id").asLong(0));
        }
    }

    private void comments(JsonNode rows, Ids known) {
        reading.meet(rows);
        for (var row : rows) {
            tell(row);
            known.add(row.path("id").asLong(0));
        }
    }

    void tell(JsonNode row) {
        reading.answers().comment(row, null, COMMENTS);
    }

    private Ask posts(String list) {
        return reading.get(list).query("_embed", "wp:term");
    }

    private Ask page(Ask ask, int page, int atOnce, String by, String order) {
        var since = line.connection().since();
        var all = by.equals("id") || since.equals(Instant.EPOCH);
        return ask.query("per_page", Integer.toString(atOnce))
                .query("page", Integer.toString(page))
                .query("orderby", by)
                .query("order", order)
                .query("after", all ? "" : since.minusSeconds(1).toString());
    }
}
