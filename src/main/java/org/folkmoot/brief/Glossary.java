package org.folkmoot.brief;

import java.util.HashSet;
import java.util.List;
import org.folkmoot.activity.FirstSaid;
import org.folkmoot.activity.Glimpses;
import org.folkmoot.language.Jargon;
import org.folkmoot.metrics.Window;
import org.springframework.stereotype.Component;

/// The words a community has for itself.
@Component
class Glossary {

    private static final int SHOWN = 18;

    /// What everybody says all the time was always there: its first use tells nothing, and is slow
    /// to find.
    private static final int OFTEN = 1_000;

    private final GlossaryRows rows;
    private final FirstSaid first;
    private final Glimpses glimpses;

    Glossary(GlossaryRows rows, FirstSaid first, Glimpses glimpses) {
        this.rows = rows;
        this.first = first;
        this.glimpses = glimpses;
    }

    List<Brief.Entry> of(Window window) {
        var posts = rows.posts(window);
        if (posts.isEmpty()) {
            return List.of();
        }
        var names = new HashSet<>(rows.names(window));
        var terms = Jargon.of(posts, names, SHOWN);
        var found =
                first.of(
                        terms.stream()
                                .filter(t -> t.posts() <= OFTEN)
                                .map(Jargon.Term::words)
                                .toList());
        var threads = glimpses.of(terms.stream().map(Jargon.Term::typical).toList());
        return terms.stream()
                .map(
                        t -> {
                            var said = found.get(t.words());
                            var typical = threads.get(t.typical());
                            return new Brief.Entry(
                                    t.words(),
                                    t.posts(),
                                    t.people(),
                                    said == null ? null : said.at(),
                                    said == null ? null : said.thread(),
                                    typical == null ? t.typical() : typical.thread(),
                                    t.use());
                        })
                .toList();
    }
}
