package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.metrics.Grid.Cell;
import org.folkmoot.web.PlatformNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes the rows of lists, with the names and titles of whom and what they are about.
@Component
class ListCells {

    private final Captions captions;
    private final Choices choices;

    ListCells(Captions captions, Choices choices) {
        this.captions = captions;
        this.choices = choices;
    }

    private record Written(
            Ask ask,
            Figures figures,
            Map<Long, Captions.Person> people,
            Map<Long, String> texts,
            Map<Long, String> places) {

        Captions.Person who(Listed row) {
            return Objects.requireNonNull(people.get(row.member()));
        }
    }

    /// A row as it is shown.
    ///
    /// @param thread the post it is about; 0 for people alone
    record Shown(long thread, List<Cell> cells) {}

    /// Whoever is gone since the rows were counted has none.
    List<Shown> of(List<? extends Listed> rows, Ask ask, Figures figures) {
        var texts = rows.stream().map(Listed::id).filter(id -> id != 0).toList();
        var places = rows.stream().map(Listed::place).filter(p -> p != 0).distinct().toList();
        var written =
                new Written(
                        ask,
                        figures,
                        rows.isEmpty()
                                ? Map.of()
                                : captions.people(rows.stream().map(Listed::member).toList()),
                        texts.isEmpty() ? new HashMap<>() : captions.texts(texts),
                        choices.placeNames(places));
        return rows.stream()
                .filter(row -> written.people.containsKey(row.member()))
                .map(row -> new Shown(row.id(), cells(row, written)))
                .toList();
    }

    private static List<Cell> cells(Listed row, Written in) {
        return switch (row) {
            case PeopleLists.Mover mover ->
                    List.of(
                            person(mover, in),
                            time(instant(mover.at()), in.ask, in.figures.locale()),
                            Cell.text(
                                    in.who(mover).platforms().stream()
                                            .map(PlatformNames::of)
                                            .collect(Collectors.joining(", "))));
            case PeopleLists.Regular regular ->
                    List.of(
                            person(regular, in),
                            Cell.count(regular.days(), in.figures),
                            day(regular.last(), in.figures.locale()));
            case TalkLists.Start start ->
                    List.of(
                            thread(start.id(), in.texts.get(start.id()), in.ask),
                            person(start, in),
                            Cell.text(in.places.get(start.place())),
                            time(instant(start.told().at()), in.ask, in.figures.locale()),
                            Cell.duration(start.waited(), in.figures),
                            Cell.text(state(start)),
                            Cell.text(start.why().words()));
            case TalkLists.Item item ->
                    List.of(
                            thread(item.id(), in.texts.get(item.id()), in.ask),
                            person(item, in),
                            Cell.of(Kind.of(item.kind()).label(), item.kind()),
                            Cell.text(in.places.get(item.place())),
                            time(instant(item.at()), in.ask, in.figures.locale()),
                            Cell.count(item.engagements(), in.figures),
                            item.views() < 0
                                    ? Cell.of(Figures.UNKNOWN, "")
                                    : Cell.count(item.views(), in.figures),
                            Cell.percent(item.rate(), in.figures));
        };
    }

    private static String state(TalkLists.Start start) {
        return !start.answered()
                ? "waiting"
                : start.told().byInference() ? "answered, it seems" : "answered";
    }

    private static Cell person(Listed row, Written in) {
        return Cell.link(
                in.who(row).name(),
                "/c/%s/people/%d".formatted(in.ask.community().slug(), row.member()));
    }

    private static Cell thread(long id, @Nullable String title, Ask ask) {
        return Cell.link(title, "/c/%s/threads/%d".formatted(ask.community().slug(), id));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Cell day(LocalDate day, Locale locale) {
        return Cell.of(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day)
                        .replace(' ', '\u00a0'),
                day.toString());
    }

    private static Cell time(Instant at, Ask ask, Locale locale) {
        return Cell.of(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(ask.window().zone()))
                        .replace(' ', '\u00a0'),
                at.toString());
    }

    static Shown of(ToneLists.Toned post, Ask ask, Figures figures) {
        var page = "/c/%s/listening/%d".formatted(ask.community().slug(), post.id());
        var mood =
                post.mood() == null
                        ? "not known"
                        : post.corrected() ? post.mood() + ", as you said" : post.mood();
        return new Shown(
                post.id(),
                List.of(
                        thread(post.id(), post.words(), ask),
                        Cell.text(post.place()),
                        time(post.at(), ask, figures.locale()),
                        Cell.link(mood, page),
                        Cell.decimal(
                                post.mood() == null ? null : post.polarity() / 1000.0, figures),
                        Cell.percent(
                                post.mood() == null ? null : post.certainty() / 1000.0, figures),
                        Cell.text(ToneTold.language(post.language(), figures.locale())),
                        Cell.text(post.asks() ? "yes" : "no")));
    }
}
