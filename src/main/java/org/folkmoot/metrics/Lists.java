package org.folkmoot.metrics;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/// The people, threads and items behind each number: a page of them to read, or all to download.
@Service
class Lists {

    /// So many rows of a list are kept for whoever turns its pages.
    private static final int KEPT = 1000;

    /// So many rows are captioned at once.
    private static final int BATCH = 500;

    private final PeopleLists people;
    private final TalkLists talk;
    private final ToneLists tones;
    private final ListCells cells;
    private final Answers answers;
    private final Within within;

    Lists(
            PeopleLists people,
            TalkLists talk,
            ToneLists tones,
            ListCells cells,
            Answers answers,
            Within within) {
        this.people = people;
        this.talk = talk;
        this.tones = tones;
        this.cells = cells;
        this.answers = answers;
        this.within = within;
    }

    private record First(List<? extends Listed> rows) {}

    Listing<ListCells.Shown> page(Behind behind, Ask asked, Listing.Page page, Figures figures) {
        var ask = within.of(asked);
        if (behind.toned()) {
            return page.of(tones.list(ask, behind, page), r -> ListCells.of(r, ask, figures));
        }
        int most = page.skip() + page.fetch();
        var rows =
                most > KEPT
                        ? rows(ask, behind, most)
                        : answers.of(
                                        ask,
                                        First.class,
                                        behind,
                                        () -> new First(rows(ask, behind, KEPT)))
                                .rows();
        var from = Math.min(page.skip(), rows.size());
        var to = Math.min(page.skip() + page.size(), rows.size());
        return new Listing<>(
                cells.of(rows.subList(from, to), ask, figures), page.number(), rows.size() > to);
    }

    /// Hands over every row, as many as a spreadsheet takes.
    void each(Behind behind, Ask asked, Figures figures, Consumer<List<Grid.Cell>> row) {
        var ask = within.of(asked);
        if (behind.toned()) {
            tones.each(ask, behind, r -> row.accept(ListCells.of(r, ask, figures).cells()));
            return;
        }
        var rows = rows(ask, behind, Listing.Page.ALL.size());
        for (int from = 0; from < rows.size(); from += BATCH) {
            cells.of(rows.subList(from, Math.min(from + BATCH, rows.size())), ask, figures)
                    .forEach(shown -> row.accept(shown.cells()));
        }
    }

    private List<? extends Listed> rows(Ask ask, Behind behind, int most) {
        return switch (behind) {
            case JOINED, LEFT, ACTIVE, RETAINED, LOST -> people.of(ask, behind, most);
            case STARTS, UNANSWERED, ANSWERED -> talk.starts(ask, behind, most);
            case CONTENT -> talk.items(ask, most);
            case TONES, BAD, GOOD, UNSURE, FOREIGN -> throw new IllegalArgumentException();
        };
    }
}
