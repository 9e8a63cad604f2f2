package org.folkmoot.sources.wordpress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.folkmoot.connectors.wordpress.WordpressAnswers;
import org.folkmoot.sources.Line;

/// What is not listed any more, or not yet: each is looked at by itself, for it may as well be a
/// draft again, or wait.
record Vanished(Line line, Reading reading) {

    private static final int AT_ONCE = 10;

    private enum Now {
        SHOWN,
        /// Somebody took it back, and may show it again.
        HIDDEN,
        GONE
    }

    At gone(At at) {
        var list = Lists.name(line.connection(), at.kind());
        var track = at.track(list);
        var known = Ids.of(track.known());
        var some = track.missing().subList(0, Math.min(AT_ONCE, track.missing().size()));
        for (var id : some) {
            if (look(list, id) != Now.SHOWN) {
                known.remove(id);
            }
        }
        var left = track.missing().subList(some.size(), track.missing().size());
        var next = at.track(list, track.missing(known, List.copyOf(left)));
        return left.isEmpty() ? Lists.next(next, line) : next.page(at.page() + 1);
    }

    private Now look(String list, long id) {
        var comment = list.equals(Lists.COMMENTS);
        var reply = line.ask(reading.open(reading.get(list + "/" + id)).allowing(410));
        var now = now(reply.status(), Reading.rows(reply).path("status").asString(""), comment);
        if (now == Now.GONE) {
            reading.answers().gone(comment ? "c" + id : Long.toString(id));
        }
        return now;
    }

    /// Who may not see a comment that is not shown cannot tell why; mostly it was removed.
    private static Now now(int status, String state, boolean comment) {
        return switch (status) {
            case 200 ->
                    switch (state) {
                        case "trash", "spam" -> Now.GONE;
                        case "publish", "private", "approved", "approve", "closed" -> Now.SHOWN;
                        default -> Now.HIDDEN;
                    };
            case 401, 403 -> comment ? Now.GONE : Now.HIDDEN;
            default -> Now.GONE;
        };
    }

    /// The comments that wait for approval, for those who may see them.
    At waiting(At at) {
        var ask =
                reading.get(Lists.COMMENTS)
                        .query("status", "hold")
                        .query("per_page", Integer.toString(Reading.AT_ONCE))
                        .query("context", "edit");
        var reply = line.ask(ask.allowing(400, 403, 404));
        if (reply.status() != 200) {
            return Lists.next(at, line);
        }
        var rows = reply.json();
        reading.meet(rows);
        var waiting = new ArrayList<Long>();
        for (var row : rows) {
            if (WordpressAnswers.waits(row)) {
                new Lists(line, reading).tell(row);
                waiting.add(row.path("id").asLong(0));
            }
        }
        var left = refused(at, new HashSet<>(waiting));
        waiting.addAll(left);
        return Lists.next(at.waiting(waiting), line);
    }

    /// Those that waited before and were neither approved nor left to wait.
    ///
    /// @return those that are yet to be looked at
    private List<Long> refused(At at, HashSet<Long> waiting) {
        var approved = Ids.of(at.track(Lists.COMMENTS).known());
        var gone =
                at.waiting().stream()
                        .filter(id -> !waiting.contains(id) && !approved.has(id))
                        .toList();
        var some = gone.subList(0, Math.min(AT_ONCE, gone.size()));
        some.forEach(id -> look(Lists.COMMENTS, id));
        return gone.subList(some.size(), gone.size());
    }
}
