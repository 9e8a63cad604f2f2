package org.folkmoot.sources.stackexchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.stackexchange.StackExchangeAnswers;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.stackexchange.At.Mark;
import org.folkmoot.sources.stackexchange.At.Stage;
import org.folkmoot.sources.stackexchange.Recent.Kind;
import tools.jackson.databind.JsonNode;

/// Reads a site by when its questions last stirred, the oldest first: whatever stirs while it is
/// read comes again at the end, and nothing is passed over when something vanishes. Each turn is
/// one request, as a pause may be asked for after any. Comments stir nothing, so the questions of
/// the last two weeks are read again once a day, and the latest of all are asked for: what is
/// missing was deleted.
final class StackExchangePulls {

    private static final Duration SWEPT_AGAIN = Duration.ofDays(1);
    private static final Duration SWEEP = Duration.ofDays(14);
    private static final long OVERLAP = 60;

    private final Line line;
    private final StackExchangeApi api;
    private final List<String> tags;
    private final Found.Basket basket = new Found.Basket();
    private final StackExchangeAnswers answers;

    StackExchangePulls(Line line) {
        this.line = line;
        this.api = new StackExchangeApi(line);
        this.tags = StackExchangeConnector.tags(line.connection());
        this.answers = new StackExchangeAnswers(api.host(), basket);
    }

    Pull from(String cursor) {
        var told = Cursors.read(cursor, At.class, At::first);
        var at = told.tag() < tags.size() ? told : told.tag(0);
        return switch (at.stage()) {
            case QUESTIONS -> questions(at.since() < 0 ? begin(at) : at);
            case ANSWERS -> answers(at);
            case COMMENTS -> comments(at);
            case PEOPLE -> people(at);
            case MISSING -> missing(at);
        };
    }

    private At begin(At at) {
        var swept = at.swept();
        var sweeping =
                at.tag() > 0
                        ? at.sweeping()
                        : swept != null && !swept.plus(SWEPT_AGAIN).isAfter(line.now());
        var known = Math.max(0, mark(at).at() - OVERLAP);
        var weeks = line.now().minus(SWEEP).getEpochSecond();
        Instant when = sweeping || swept == null ? line.now() : swept;
        return at.begin(sweeping ? Math.min(known, weeks) : known, when, sweeping);
    }

    private String tag(At at) {
        return tags.get(at.tag());
    }

    private Mark mark(At at) {
        return at.marks().getOrDefault(tag(at), Mark.NONE);
    }

    private Pull questions(At at) {
        var page = api.questions(tag(at), at.since(), at.page());
        var seen = new LinkedHashSet<>(mark(at).seen());
        var fresh = new LinkedHashSet<Long>();
        var people = new LinkedHashSet<Long>();
        var end = at.since();
        for (var row : page.path("items")) {
            answers.question(row);
            below(row, people);
            var id = row.path("question_id").asLong(0);
            var stirred = row.path("last_activity_date").asLong(0);
            end = Math.max(end, stirred);
            if (id > 0 && (seen.add(Mark.of(id, stirred)) || at.sweeping())) {
                fresh.add(id);
                owner(row, people);
            }
        }
        var recent = at.recent().and(Kind.QUESTIONS, Missing.numbers(page, Kind.QUESTIONS));
        var on = on(at.recent(recent), page, end, seen);
        return fresh.isEmpty()
                ? next(on)
                : caught(
                        on.with(
                                Stage.ANSWERS,
                                1,
                                List.copyOf(fresh),
                                List.copyOf(fresh),
                                List.copyOf(people)));
    }

    /// The next page begins a second before this one ended, so that what stirred in the same second
    /// is not cut apart; where a whole page stirred in one, by the page's number.
    private At on(At at, JsonNode page, long end, Set<String> seen) {
        var high = Math.max(mark(at).at(), end);
        var near = seen.stream().filter(s -> Mark.stirred(s) >= high - OVERLAP - 1).toList();
        var further = end - 1 > at.since();
        return at.place(
                further ? end - 1 : at.since(),
                further ? 1 : at.page() + 1,
                !page.path("has_more").asBoolean(false),
                tag(at),
                new Mark(high, near));
    }

    private Pull answers(At at) {
        var page = api.answers(at.questions(), at.sub());
        var posts = new LinkedHashSet<>(at.posts());
        var people = new LinkedHashSet<>(at.people());
        for (var row : page.path("items")) {
            answers.answer(row);
            posts.add(row.path("answer_id").asLong(0));
            owner(row, people);
        }
        posts.remove(0L);
        var recent = at.recent().and(Kind.ANSWERS, Missing.numbers(page, Kind.ANSWERS));
        var more = page.path("has_more").asBoolean(false);
        return caught(
                at.recent(recent)
                        .with(
                                more ? Stage.ANSWERS : Stage.COMMENTS,
                                more ? at.sub() + 1 : 1,
                                more ? at.questions() : List.of(),
                                List.copyOf(posts),
                                List.copyOf(people)));
    }

    private Pull comments(At before) {
        var page = api.comments(first(before.posts()), before.sub());
        var known = before.recent().and(Kind.COMMENTS, Missing.numbers(page, Kind.COMMENTS));
        var at = before.recent(known);
        var people = new LinkedHashSet<>(at.people());
        for (var row : page.path("items")) {
            answers.comment(row);
            owner(row, people);
        }
        if (page.path("has_more").asBoolean(false)) {
            return caught(
                    at.with(
                            Stage.COMMENTS,
                            at.sub() + 1,
                            List.of(),
                            at.posts(),
                            List.copyOf(people)));
        }
        var left = rest(at.posts());
        var then = left.isEmpty() ? Stage.PEOPLE : Stage.COMMENTS;
        var went = at.with(then, 1, List.of(), left, List.copyOf(people));
        return left.isEmpty() && people.isEmpty() ? next(went) : caught(went);
    }

    private Pull people(At at) {
        for (var row : api.people(first(at.people())).path("items")) {
            answers.user(row);
        }
        var went = at.with(Stage.PEOPLE, 1, List.of(), List.of(), rest(at.people()));
        return went.people().isEmpty() ? next(went) : caught(went);
    }

    private Pull missing(At at) {
        var recent = new Missing(api, answers).look(at.recent());
        var next = at.recent(recent);
        return recent.next() == null ? ended(next) : caught(next);
    }

    /// What a row brings along itself.
    private void below(JsonNode row, Set<Long> people) {
        for (var comment : row.path("comments")) {
            answers.comment(comment);
            owner(comment, people);
        }
        for (var answer : row.path("answers")) {
            answers.answer(answer);
            owner(answer, people);
            below(answer, people);
        }
    }

    private static void owner(JsonNode row, Set<Long> people) {
        var id = row.path("owner").path("user_id").asLong(0);
        if (id > 0) {
            people.add(id);
        }
    }

    private static List<Long> first(List<Long> ids) {
        return ids.subList(0, Math.min(StackExchangeApi.PAGE, ids.size()));
    }

    private static List<Long> rest(List<Long> ids) {
        return new ArrayList<>(ids.subList(first(ids).size(), ids.size()));
    }

    /// All of a page's questions are here: the next page, the next tag, or the end of the round.
    private Pull next(At at) {
        if (!at.last()) {
            return caught(at.with(Stage.QUESTIONS, 1, List.of(), List.of(), List.of()));
        }
        if (at.tag() + 1 < tags.size()) {
            return caught(at.tag(at.tag() + 1));
        }
        var missing = at.missing();
        return at.sweeping() && missing.recent().next() != null ? caught(missing) : ended(at);
    }

    private Pull ended(At at) {
        return new Pull.Caught(basket.all(), Cursors.write(at.tag(0)), false, "questions");
    }

    private Pull caught(At next) {
        var tag = tag(next);
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                true,
                "%s of %s%s"
                        .formatted(
                                next.stage().words(),
                                api.host(),
                                tag.isEmpty() ? "" : ", tagged " + tag));
    }
}
