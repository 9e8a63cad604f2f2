package org.folkmoot.sources.x;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.x.At.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an account a page at a time, and never more in a month than it may cost: what is read is
/// counted in the cursor, with the page itself.
final class XPulls {

    private static final Duration DAILY = Duration.ofDays(1);
    private static final String REPLIES = "replies";
    private static final int PAGE = 100;
    private static final int MOST_PEOPLE = 1000;
    private static final int CONVERSATIONS = 13; // so that a search keeps below 512 characters

    private final Line line;
    private final XApi api;
    private final Found.Basket basket = new Found.Basket();
    private final XPosts posts = new XPosts(basket);

    XPulls(Line line) {
        this.line = line;
        this.api = new XApi(line);
    }

    Pull from(String cursor) {
        return on(Cursors.read(cursor, At.class, At::first));
    }

    private Pull on(At at) {
        if (left(at) < at.stage().least()) {
            return new Pull.SlowDown(
                    XManners.nextMonth(line.now()),
                    "The %s reads of X that you allow a month are used up."
                            .formatted(line.connection().setting("monthly-reads")));
        }
        return switch (at.stage()) {
            case ACCOUNT -> account(at);
            case MENTIONS -> timeline(at, "mentions", Stage.POSTS);
            case POSTS -> timeline(at, "tweets", Stage.REPLIES);
            case REPLIES -> replies(at);
            case SEARCHES -> searches(at);
            case FOLLOWERS -> followers(at);
            case AGAIN -> again(at);
        };
    }

    private long left(At at) {
        return Long.parseLong(line.connection().setting("monthly-reads")) - at.reads(line.now());
    }

    private String most(At at, int most) {
        return Long.toString(Math.min(left(at), most));
    }

    private boolean today(At at, Stage stage) {
        var done = at.days().get(stage);
        return done != null && done.plus(DAILY).isAfter(line.now());
    }

    private Pull account(At at) {
        if (today(at, Stage.ACCOUNT) && !at.account().isEmpty()) {
            return on(at.to(Stage.MENTIONS));
        }
        var page = api.account();
        var user = page.path("data");
        var id = user.path("id").asString("");
        if (!XIds.is(id)) {
            return new Pull.SignInAgain("X does not know this account. Check its name.");
        }
        posts.account(user);
        return caught(
                at.account(id).done(line.now()).read(1, line.now()).to(Stage.MENTIONS),
                new XFigures(line.now()).account(user));
    }

    private Pull timeline(At at, String what, Stage then) {
        var since = at.mark(what);
        var ask =
                api.posts("/2/users/%s/%s".formatted(at.account(), what), "users/" + what)
                        .query("max_results", most(at, PAGE))
                        .query("since_id", since)
                        .query("start_time", since.isEmpty() ? start() : "")
                        .query("pagination_token", at.next());
        var page = page(at, ask);
        if (page == null) {
            return caught(at.fromItsBeginning());
        }
        var went = took(at, page);
        return caught(
                went.next().isEmpty() ? went.marked(what).to(then) : went,
                at.stage() == Stage.POSTS
                        ? new XFigures(line.now()).posts(page, at.account())
                        : List.of());
    }

    private String start() {
        var since = line.connection().since();
        return since.equals(Instant.EPOCH) ? "" : since.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// @return null when the page's own sign was too old, and the stage begins once more
    private @Nullable JsonNode page(At at, Ask ask) {
        var reply = line.ask(perhapsLate(at, ask));
        return reply.status() == 400 ? null : reply.json();
    }

    private static Ask perhapsLate(At at, Ask ask) {
        return at.next().isEmpty() || at.again() ? ask : ask.allowing(400);
    }

    private At took(At at, JsonNode page) {
        posts.page(page, at.account(), at.stage() == Stage.POSTS ? at.account() : "");
        var ids = new ArrayList<String>();
        var begun = new ArrayList<String>();
        for (var post : page.path("data")) {
            var id = post.path("id").asString("");
            if (XIds.is(id)) {
                ids.add(id);
                var talk = post.path("conversation_id").asString(id);
                if (at.stage() == Stage.POSTS && XIds.is(talk)) {
                    begun.add(talk);
                }
            }
        }
        return at.seen(ids, begun)
                .read(page.path("data").size(), line.now())
                .next(XApi.next(page, at.next()));
    }

    /// Who answers an answer does not always mention us: those are found by their conversation.
    private Pull replies(At at) {
        var from = at.item() * CONVERSATIONS;
        if (from >= at.own().size()) {
            return on(at.marked(REPLIES).to(Stage.SEARCHES));
        }
        var query =
                at.own().subList(from, Math.min(from + CONVERSATIONS, at.own().size())).stream()
                        .map(id -> "conversation_id:" + id)
                        .collect(Collectors.joining(" OR "));
        var went = search(at, query, at.mark(REPLIES));
        return caught(went.next().isEmpty() ? went.item(at.item() + 1) : went);
    }

    private Pull searches(At at) {
        var wanted = line.connection().list("searches");
        if (at.item() >= wanted.size()) {
            return on(at.to(Stage.FOLLOWERS));
        }
        var query = wanted.get(at.item());
        var key = "search " + query;
        var went = search(at, query, at.mark(key));
        return caught(went.next().isEmpty() ? went.marked(key).item(at.item() + 1) : went);
    }

    /// The last seven days, or what is later than the latest that is known. One that is older than
    /// that is refused, and all seven days are read.
    private At search(At at, String query, String since) {
        var ask =
                api.posts("/2/tweets/search/recent", "tweets/search/recent")
                        .query("query", query)
                        .query("max_results", most(at, PAGE))
                        .query("next_token", at.next());
        var reply = since.isEmpty() ? null : line.ask(ask.query("since_id", since).allowing(400));
        if (reply == null || reply.status() == 400) {
            reply = line.ask(ask);
        }
        return took(at, reply.json());
    }

    /// Once a day, the latest first, down to one that is known. When those of the first time began
    /// to follow, X does not tell.
    private Pull followers(At at) {
        if (today(at, Stage.FOLLOWERS) || line.connection().setting("followers").equals("no")) {
            return on(at.to(Stage.AGAIN));
        }
        var most = at.days().containsKey(Stage.FOLLOWERS) ? PAGE : MOST_PEOPLE;
        var ask =
                api.users("/2/users/%s/followers".formatted(at.account()), "followers")
                        .query("max_results", most(at, most))
                        .query("pagination_token", at.next());
        var reply = line.ask(perhapsLate(at, ask).allowing(403));
        if (reply.status() == 403) {
            posts.hidden("followers"); // not every plan and token may see them
            return caught(at.to(Stage.AGAIN));
        }
        return reply.status() == 400
                ? caught(at.fromItsBeginning())
                : caught(new XFollowers(posts, line.now()).took(at, reply.json()));
    }

    /// Once a day, as X wants what is deleted there to be deleted here. Those edited since have a
    /// later number, under which their new text is.
    private Pull again(At at) {
        if (today(at, Stage.AGAIN) || at.known().isEmpty()) {
            return end(at, List.of());
        }
        var ids = List.copyOf(at.known().subList(0, (int) Math.min(left(at), at.known().size())));
        var page = ask(ids);
        var later = posts.again(page);
        var read = page.path("data").size();
        if (!later.isEmpty() && later.size() <= left(at) - read) {
            var edited = ask(later);
            edited.path("data").forEach(posts::edited);
            read += edited.path("data").size();
        }
        return end(
                at.done(line.now()).read(read, line.now()),
                new XFigures(line.now()).posts(page, at.account()));
    }

    private JsonNode ask(List<String> ids) {
        return line.ask(api.posts("/2/tweets", "tweets").query("ids", String.join(",", ids)))
                .json();
    }

    private Pull end(At at, List<Statistic> figures) {
        var next = Cursors.write(at.to(Stage.ACCOUNT));
        return new Pull.Caught(basket.all(), figures, next, false, words(at));
    }

    private Pull caught(At next) {
        return caught(next, List.of());
    }

    private Pull caught(At next, List<Statistic> figures) {
        return new Pull.Caught(basket.all(), figures, Cursors.write(next), true, words(next));
    }

    private String words(At at) {
        return "%s; %d of %s reads in this month"
                .formatted(
                        at.stage().words(),
                        at.reads(line.now()),
                        line.connection().setting("monthly-reads"));
    }
}
