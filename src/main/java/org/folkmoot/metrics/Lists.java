package org.folkmoot.metrics;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.folkmoot.activity.Kind;
import org.folkmoot.metrics.Grid.Cell;
import org.folkmoot.metrics.Presences.Which;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people, threads and items behind each number: a page of them to read, or all to download.
@Service
@Transactional(readOnly = true)
class Lists {

    private final Memberships memberships;
    private final Presences presences;
    private final ResponseTimes responses;
    private final Contents contents;
    private final ToneLists tones;
    private final Within within;

    Lists(
            Memberships memberships,
            Presences presences,
            ResponseTimes responses,
            Contents contents,
            ToneLists tones,
            Within within) {
        this.memberships = memberships;
        this.presences = presences;
        this.responses = responses;
        this.contents = contents;
        this.tones = tones;
        this.within = within;
    }

    Listing<List<Cell>> page(Behind behind, Ask asked, Listing.Page page, Figures figures) {
        var ask = within.of(asked);
        return switch (behind) {
            case JOINED ->
                    page.of(memberships.joined(ask, page).list(), r -> mover(r, ask, figures));
            case LEFT -> page.of(memberships.left(ask, page).list(), r -> mover(r, ask, figures));
            case ACTIVE -> regulars(Which.ACTIVE, ask, page, figures);
            case RETAINED -> regulars(Which.RETAINED, ask, page, figures);
            case LOST -> regulars(Which.LOST, ask, page, figures);
            case STARTS, UNANSWERED, ANSWERED ->
                    page.of(responses.list(ask, behind, page).list(), r -> start(r, ask, figures));
            case CONTENT -> page.of(contents.list(ask, page).list(), r -> item(r, ask, figures));
            case TONES, BAD, GOOD, UNSURE, FOREIGN ->
                    page.of(tones.list(ask, behind, page).list(), r -> toned(r, ask, figures));
        };
    }

    private Listing<List<Cell>> regulars(Which which, Ask ask, Listing.Page page, Figures figures) {
        return page.of(presences.list(ask, which, page).list(), r -> regular(r, ask, figures));
    }

    /// Hands over every row as the database sends it.
    void each(Behind behind, Ask asked, Figures figures, Consumer<List<Cell>> row) {
        var ask = within.of(asked);
        var all = Listing.Page.ALL;
        switch (behind) {
            case JOINED ->
                    each(memberships.joined(ask, all), r -> row.accept(mover(r, ask, figures)));
            case LEFT -> each(memberships.left(ask, all), r -> row.accept(mover(r, ask, figures)));
            case ACTIVE ->
                    each(
                            presences.list(ask, Which.ACTIVE, all),
                            r -> row.accept(regular(r, ask, figures)));
            case RETAINED ->
                    each(
                            presences.list(ask, Which.RETAINED, all),
                            r -> row.accept(regular(r, ask, figures)));
            case LOST ->
                    each(
                            presences.list(ask, Which.LOST, all),
                            r -> row.accept(regular(r, ask, figures)));
            case STARTS, UNANSWERED, ANSWERED ->
                    each(responses.list(ask, behind, all), r -> row.accept(start(r, ask, figures)));
            case CONTENT -> each(contents.list(ask, all), r -> row.accept(item(r, ask, figures)));
            case TONES, BAD, GOOD, UNSURE, FOREIGN ->
                    each(tones.list(ask, behind, all), r -> row.accept(toned(r, ask, figures)));
        }
    }

    private static <T> void each(MappedQuerySpec<T> rows, Consumer<T> row) {
        try (var stream = rows.stream()) {
            stream.forEach(row);
        }
    }

    private static Cell person(long member, String name, Ask ask) {
        return Cell.link(name, "/c/%s/people/%d".formatted(ask.community().slug(), member));
    }

    private static Cell thread(long id, @org.jspecify.annotations.Nullable String title, Ask ask) {
        return Cell.link(title, "/c/%s/threads/%d".formatted(ask.community().slug(), id));
    }

    private static Cell time(Instant at, Ask ask, Locale locale) {
        return Cell.of(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(ask.window().zone()))
                        .replace(' ', '\u00a0'),
                at.toString());
    }

    private static List<Cell> mover(Memberships.Mover mover, Ask ask, Figures figures) {
        return List.of(
                person(mover.member(), mover.name(), ask),
                time(mover.at(), ask, figures.locale()),
                Cell.text(String.join(", ", mover.platforms())));
    }

    private static List<Cell> regular(Presences.Regular regular, Ask ask, Figures figures) {
        return List.of(
                person(regular.member(), regular.name(), ask),
                Cell.count(regular.days(), figures),
                Cell.of(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(figures.locale())
                                .format(regular.last()),
                        regular.last().toString()));
    }

    private static List<Cell> start(ResponseTimes.Start start, Ask ask, Figures figures) {
        var how =
                start.answered() ? start.inferred() ? "answered, it seems" : "answered" : "waiting";
        return List.of(
                thread(start.id(), start.title(), ask),
                person(start.member(), start.by(), ask),
                Cell.text(start.place()),
                time(start.at(), ask, figures.locale()),
                Cell.duration(start.waited(), figures),
                Cell.text(how));
    }

    private static List<Cell> toned(ToneLists.Toned post, Ask ask, Figures figures) {
        var page = "/c/%s/listening/%d".formatted(ask.community().slug(), post.id());
        return List.of(
                thread(post.id(), post.words(), ask),
                Cell.text(post.place()),
                time(post.at(), ask, figures.locale()),
                Cell.link(
                        post.mood() == null
                                ? "not known"
                                : post.corrected() ? post.mood() + ", as you said" : post.mood(),
                        page),
                Cell.decimal(post.mood() == null ? null : post.polarity() / 1000.0, figures),
                Cell.percent(post.mood() == null ? null : post.certainty() / 1000.0, figures),
                Cell.text(ToneTold.language(post.language(), figures.locale())),
                Cell.text(post.asks() ? "yes" : "no"));
    }

    private static List<Cell> item(Contents.Item item, Ask ask, Figures figures) {
        return List.of(
                thread(item.id(), item.title(), ask),
                person(item.member(), item.by(), ask),
                Cell.of(Kind.of(item.kind()).label(), item.kind()),
                Cell.text(item.place()),
                time(item.at(), ask, figures.locale()),
                Cell.count(item.engagements(), figures),
                item.views() == null
                        ? Cell.of(Figures.UNKNOWN, "")
                        : Cell.count(item.views(), figures),
                Cell.percent(item.rate(), figures));
    }
}
