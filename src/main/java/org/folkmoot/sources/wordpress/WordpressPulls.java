package org.folkmoot.sources.wordpress;

import java.util.Objects;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.wordpress.At.Stage;

/// Reads a site a page at a time, see [At] for the order.
final class WordpressPulls {

    private final Line line;

    WordpressPulls(Line line) {
        this.line = line;
    }

    Pull from(String cursor) {
        var told = Cursors.read(cursor, At.class, At::first);
        var here = told.site() != null && told.site().at(line.connection());
        var before = told.site() == null || here ? told : At.first();
        var at = before.page() == 0 ? begin(before) : before;
        var site = Objects.requireNonNull(at.site());
        var reading = new Reading(line, site, at.names(), at.plain());
        var lists = new Lists(line, reading);
        var next =
                switch (at.stage()) {
                    case PEOPLE -> lists.people(at);
                    case CHANGED -> lists.changed(at);
                    case LISTED -> lists.listed(at);
                    case GONE -> new Vanished(line, reading).gone(at);
                    case WAITING -> new Vanished(line, reading).waiting(at);
                };
        return new Pull.Caught(
                reading.basket().all(),
                Cursors.write(next.met(reading.names(), reading.plain())),
                next.page() > 0,
                next.page() == 0 ? "" : doing(next));
    }

    private At begin(At before) {
        var site = before.site();
        return before.begin(
                site == null || before.due(line.now()) ? Site.find(line) : site, line.now());
    }

    private String doing(At at) {
        return at.stage() == Stage.PEOPLE
                ? "people, page " + at.page()
                : at.stage() == Stage.WAITING
                        ? "comments that wait"
                        : "%s, page %d"
                                .formatted(Lists.name(line.connection(), at.kind()), at.page());
    }
}
