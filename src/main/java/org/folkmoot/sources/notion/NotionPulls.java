package org.folkmoot.sources.notion;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.notion.At.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a workspace a page at a time: people once a day, of each data source the pages by the time
/// of their last change, each with its blocks and comments. Later what changed since; and by turns
/// the comments of pages that did not change, which nothing else tells.
final class NotionPulls {

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// Notion rounds the time of a change to its minute.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// One question gives 10,000 rows at most, and does not say that there are more.
    private static final int WINDOW = 9_000;

    private static final int WATCHED = 10;

    /// Few at once, as each is kept until its blocks are read.
    static final int ROWS = 25;

    private final Line line;
    private final NotionApi api;
    private final Found.Basket basket = new Found.Basket();
    private final NotionAnswers answers = new NotionAnswers(basket);
    private final NotionPages pages;

    NotionPulls(Line line) {
        this.line = line;
        this.api = new NotionApi(line);
        this.pages = new NotionPages(api, answers);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case USERS -> users(at);
            case SOURCES -> sources(at);
            case ROWS -> rows(at);
            case PAGES -> page(at);
            case WATCHED -> watched(at);
        };
    }

    /// Who may not list people knows them by their ids only.
    private Pull users(At at) {
        if (at.people() != null && at.people().plus(PEOPLE_AGAIN).isAfter(line.now())) {
            return sources(at.stage(Stage.SOURCES));
        }
        var reply = line.ask(api.list("/v1/users", at.next()).allowing(400, 403));
        var next = "";
        if (reply.status() == 200) {
            reply.json().path("results").forEach(answers::user);
            next = NotionApi.next(reply.json(), at.next());
        }
        return next.isEmpty()
                ? caught(at.people(line.now()).stage(Stage.SOURCES), true)
                : caught(at.next(next), true);
    }

    private Pull sources(At at) {
        var sources = new NotionSources(api);
        var found = sources.all();
        found.forEach(answers::source);
        var ids = new ArrayList<>(found.stream().map(s -> s.path("id").asString("")).toList());
        if (!sources.chosen()) {
            ids.add(NotionSources.LOOSE);
        }
        return on(at.sources(ids).stage(Stage.ROWS));
    }

    private Pull rows(At at) {
        var loose = at.source().equals(NotionSources.LOOSE);
        var reply = api.perhaps(loose ? NotionSources.search(api, "page", at.next()) : query(at));
        if (reply.status() == 400 && !at.next().isEmpty()) {
            return caught(at.next(""), true); // its place in the list was too old
        }
        if (reply.status() != 200) {
            basket.add(
                    new Found.Refused(
                            "data source " + at.source(),
                            0,
                            "Notion did not let us read it: " + NotionManners.words(reply),
                            ""));
            return on(at.sourceDone());
        }
        var chosen = new LinkedHashMap<String, String>();
        var latest = at.latest();
        var older = false;
        var many = 0;
        for (var row : reply.json().path("results")) {
            var time = row.path("last_edited_time").asString("");
            var id = row.path("id").asString("");
            many++;
            older |= loose && time.compareTo(since(at)) < 0;
            var wanted = !NotionApi.id(id).isEmpty() && (loose ? isLoose(row) : isPage(row));
            if (wanted && time.compareTo(since(at)) >= 0) {
                latest = time.compareTo(latest) > 0 ? time : latest;
                if (!time.equals(at.settled().get(id))) {
                    chosen.put(id, row.toString());
                }
            }
        }
        var next = older ? "" : NotionApi.next(reply.json(), at.next());
        return on(at.next(next).rows(many, latest, chosen));
    }

    private static boolean isPage(JsonNode row) {
        return row.path("object").asString("page").equals("page");
    }

    private static boolean isLoose(JsonNode row) {
        var parent = row.path("parent");
        return isPage(row) && !parent.has("data_source_id") && !parent.has("database_id");
    }

    private Ask query(At at) {
        var body = new LinkedHashMap<String, Object>();
        var since = at.from().isEmpty() ? since(at) : at.from();
        body.put(
                "sorts",
                List.of(Map.of("timestamp", "last_edited_time", "direction", "ascending")));
        if (!since.isEmpty()) {
            body.put(
                    "filter",
                    Map.of(
                            "timestamp",
                            "last_edited_time",
                            "last_edited_time",
                            Map.of("on_or_after", since)));
        }
        body.put("page_size", ROWS);
        if (!at.next().isEmpty()) {
            body.put("start_cursor", at.next());
        }
        return api.send("POST", "/v1/data_sources/%s/query".formatted(at.source()), body);
    }

    /// As Notion writes times; empty for all.
    private String since(At at) {
        var mark = at.mark().isEmpty() ? null : instant(at.mark());
        var wanted = line.connection().since();
        var since = mark == null ? wanted : mark.minus(MINUTE);
        return since.equals(Instant.EPOCH) ? "" : TIME.format(since);
    }

    private static @Nullable Instant instant(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// What one page says, and in another turn what is said of it.
    private Pull page(At at) {
        var id = at.pages().keySet().iterator().next();
        var held = at.pages().getOrDefault(id, "");
        if (held.startsWith("{")) {
            var row = JsonRows.JSON.readTree(held);
            pages.read(id, row);
            return on(at.pageRead(row.path("last_edited_time").asString("")));
        }
        pages.comments(id, id);
        var changed = instant(held);
        var quiet = changed != null && changed.plus(MINUTE).plus(MINUTE).isBefore(line.now());
        return on(at.pageDone(quiet));
    }

    private Pull watched(At at) {
        pages.again(at.watched().getFirst());
        return on(at.looked());
    }

    /// On to what comes next: a page, more rows, another data source, those that are watched, or
    /// nothing.
    private Pull on(At at) {
        if (at.stage() == Stage.PAGES) {
            if (!at.pages().isEmpty()) {
                return caught(at, true);
            }
            var far = at.rows() >= WINDOW && at.latest().compareTo(at.from()) > 0;
            if (!at.next().isEmpty()) {
                return on(far ? at.from(at.latest()) : at.stage(Stage.ROWS).next(at.next()));
            }
            return on(at.sourceDone());
        }
        if (at.stage() == Stage.ROWS && at.sources().isEmpty()) {
            return on(at.look(WATCHED));
        }
        return at.stage() == Stage.WATCHED && at.left() <= 0
                ? caught(at.stage(Stage.USERS), false)
                : caught(at, true);
    }

    private Pull caught(At next, boolean more) {
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                more,
                next.sources().isEmpty() ? "people and pages" : "data source " + next.source());
    }
}
