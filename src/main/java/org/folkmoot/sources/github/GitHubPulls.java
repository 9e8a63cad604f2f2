package org.folkmoot.sources.github;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.github.GitHubAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.github.At.Stage;
import org.jspecify.annotations.Nullable;

/// Reads repositories one after the other, each a page at a time. At first everything by when it
/// was made, oldest first, which no change puts in another order; later what changed since, newest
/// first, so that what changes meanwhile is read twice and never missed.
final class GitHubPulls {

    /// What is asked for once more.
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private static final Duration DAILY = Duration.ofDays(1);
    private static final String WITHOUT_DISCUSSIONS = "without discussions";

    private final Line line;
    private final GitHubApi api;
    private final List<String> repositories;
    private final Found.Basket basket = new Found.Basket();

    GitHubPulls(Line line) {
        this.line = line;
        this.api = new GitHubApi(line);
        this.repositories = line.connection().list("repositories");
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        if (!repositories.contains(at.repository())) {
            at = at.begin(repositories.getFirst(), Stage.REPOSITORY);
        }
        if (!at.pulls().isEmpty()) {
            return reviews(at);
        }
        return switch (at.stage()) {
            case REPOSITORY -> {
                var repository = line.ask(api.get("/repos/" + at.repository())).json();
                answers(at).read(repository, at.repository());
                var without = !repository.path("has_discussions").asBoolean(true);
                yield after(at.marked(without ? WITHOUT_DISCUSSIONS : "with"));
            }
            case DISCUSSIONS -> {
                var discussions = new Discussions(api, at.repository(), since(at));
                var next = discussions.page(at.next(), changing(at));
                yield next.isEmpty()
                        ? after(marked(at, began(at, discussions.at())))
                        : on(at.on(next, null, began(at, discussions.at()), List.of()));
            }
            default -> page(at);
        };
    }

    private GitHubAnswers answers(At at) {
        return new GitHubAnswers(api.host(), at.repository(), basket);
    }

    private GitHubAnswers changing(At at) {
        return since(at) == null ? answers(at) : answers(at).changing();
    }

    private static @Nullable Instant since(At at) {
        return at.mark().isEmpty() ? null : Instant.parse(at.mark()).minus(AGAIN);
    }

    private Pull page(At at) {
        var ask = at.next().isEmpty() ? first(at) : api.follow(at.next());
        if (at.stage() == Stage.STARS) {
            ask = ask.with("Accept", GitHubApi.STARS);
        }
        // switched off for this repository; or, of lesser things, not allowed to this token
        var lesser = at.stage().ordinal() > Stage.COMMENTS.ordinal();
        var reply = line.ask(lesser ? ask.allowing(403, 404, 410) : ask.allowing(404, 410));
        if (reply.status() != 200) {
            return after(at.stage().daily() ? at.marked(line.now().toString()) : at);
        }
        var pulls = new ArrayList<Long>();
        var answers = at.stage() == Stage.ISSUES ? changing(at) : answers(at);
        for (var row : reply.json()) {
            if (at.stage() == Stage.MEMBERS) {
                answers.member(row);
            } else {
                answers.read(row, at.stage().words());
            }
            if (at.stage() == Stage.ISSUES && row.has("pull_request")) {
                pulls.add(row.path("number").asLong(0));
            }
        }
        var next = api.next(reply, at.next());
        var went = at.on(next, null, began(at, clock(reply)), pulls);
        if (!next.isEmpty()) {
            return on(went);
        }
        var ended =
                at.stage().byPage()
                        ? went.marked(lastPage(went))
                        : marked(went, at.stage().daily() ? line.now() : went.began());
        return pulls.isEmpty() ? after(ended) : on(ended);
    }

    private Ask first(At at) {
        var path = "/repos/" + at.repository();
        var page = at.mark().isEmpty() ? "" : at.mark();
        return switch (at.stage()) {
            case ISSUES -> changing(at, api.get(path + "/issues").query("state", "all"));
            case COMMENTS -> changing(at, api.get(path + "/issues/comments"));
            case LINES -> changing(at, api.get(path + "/pulls/comments"));
            case RELEASES -> api.get(path + "/releases?per_page=100");
            case MEMBERS ->
                    api.get(
                            "/orgs/%s/members?per_page=100"
                                    .formatted(at.repository().replaceFirst("/.*", "")));
            case CONTRIBUTORS -> api.get(path + "/contributors?per_page=100");
            case FORKS -> api.get(path + "/forks?sort=oldest&per_page=100").query("page", page);
            default -> api.get(path + "/stargazers?per_page=100").query("page", page);
        };
    }

    private Ask changing(At at, Ask ask) {
        var since = since(at);
        return (since == null
                        ? ask.query("sort", "created").query("direction", "asc")
                        : ask.query("sort", "updated")
                                .query("direction", "desc")
                                .query("since", since.truncatedTo(ChronoUnit.SECONDS).toString()))
                .query("per_page", "100");
    }

    private Pull reviews(At at) {
        var number = at.pulls().getFirst();
        var path = "/repos/%s/pulls/%d/reviews?per_page=100".formatted(at.repository(), number);
        var answers = answers(at);
        var next = "";
        for (var ask = api.get(path); ; ) {
            var reply = line.ask(ask.allowing(404));
            if (reply.status() == 200) {
                reply.json().forEach(row -> answers.read(row, "reviews"));
            }
            next = api.next(reply, next);
            if (next.isEmpty()) {
                break;
            }
            ask = api.follow(next);
        }
        var left = at.pulls(at.pulls().subList(1, at.pulls().size()));
        return left.pulls().isEmpty() && left.next().isEmpty() ? after(left) : on(left);
    }

    /// The last page but one is where to look again.
    private static String lastPage(At at) {
        var first = at.mark().isEmpty() ? 1 : Integer.parseInt(at.mark());
        return Integer.toString(Math.max(1, first + at.page() - 2));
    }

    private static At marked(At at, @Nullable Instant began) {
        return began == null || at.stage() == Stage.RELEASES ? at : at.marked(began.toString());
    }

    private static Instant began(At at, Instant now) {
        return at.began() == null ? now : at.began();
    }

    /// By GitHub's clock, not by ours.
    private Instant clock(Reply reply) {
        return Dates.http(reply.header("date").orElse("")).orElseGet(line::now);
    }

    private Pull on(At next) {
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                true,
                "%s of %s".formatted(next.stage().words(), next.repository()));
    }

    private boolean readToday(At at) {
        return !at.mark().isEmpty() && Instant.parse(at.mark()).plus(DAILY).isAfter(line.now());
    }

    private Pull after(At at) {
        var stage = at.stage().after();
        if (stage != null) {
            var next = at.begin(at.repository(), stage);
            var without = stage == Stage.DISCUSSIONS && next.without(WITHOUT_DISCUSSIONS);
            return without || (stage.daily() && readToday(next)) ? after(next) : on(next);
        }
        var which = repositories.indexOf(at.repository()) + 1;
        if (which < repositories.size()) {
            return on(at.begin(repositories.get(which), Stage.REPOSITORY));
        }
        return new Pull.Caught(
                basket.all(),
                Cursors.write(at.begin(repositories.getFirst(), Stage.REPOSITORY)),
                false,
                "");
    }
}
