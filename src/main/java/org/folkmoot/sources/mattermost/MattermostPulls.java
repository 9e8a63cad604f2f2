package org.folkmoot.sources.mattermost;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.mattermost.At.Stage;

/// Reads a server one request a page: people once a day, the channels of each team, and each
/// channel, at first from its newest post down, later what changed in it, which tells of edits,
/// deletions and reactions too.
final class MattermostPulls {

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /// More changes than these are not told at once.
    private static final int MOST_CHANGES = 1000;

    private static final Set<String> SHARED = Set.of("O", "P");

    private final Line line;
    private final MattermostApi api;
    private final Found.Basket basket = new Found.Basket();
    private final Posts posts;

    MattermostPulls(Line line) {
        this.line = line;
        this.api = new MattermostApi(line);
        this.posts = Posts.of(line.connection(), basket);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case TEAMS -> on(teams(at), "teams");
            case PEOPLE -> on(people(at), "people");
            case CHANNELS -> on(channels(at), "channels");
            case POSTS -> on(posts(at), "channel " + at.channel().name());
        };
    }

    private At teams(At at) {
        var wanted = line.connection().list("teams");
        var chosen = new ArrayList<At.Team>();
        for (var team : line.ask(api.get("/users/me/teams")).json()) {
            var one = new At.Team(text(team, "id"), text(team, "name"));
            if (wanted.isEmpty() || wanted.contains(one.id()) || wanted.contains(one.name())) {
                chosen.add(one);
            }
        }
        var known = at.people() != null && at.people().plus(PEOPLE_AGAIN).isAfter(line.now());
        return at.teams(chosen).stage(known ? Stage.CHANNELS : Stage.PEOPLE);
    }

    private At people(At at) {
        var team = at.teams().get(at.team()).id();
        var path = "/users?in_team=%s&page=%d&per_page=200".formatted(Ask.part(team), at.page());
        var users = line.ask(api.get(path)).json();
        users.forEach(posts::user);
        if (!users.isEmpty()) {
            return at.page(at.page() + 1);
        }
        return at.team() + 1 < at.teams().size()
                ? at.team(at.team() + 1)
                : at.people(line.now()).stage(Stage.CHANNELS);
    }

    /// Those that the account is in; direct messages are private.
    private At channels(At at) {
        var team = at.teams().get(at.team());
        var wanted = line.connection().list("channels");
        var chosen = new ArrayList<>(at.channels());
        var path = "/users/me/teams/%s/channels".formatted(Ask.part(team.id()));
        for (var channel : line.ask(api.get(path)).json()) {
            var id = text(channel, "id");
            var name = text(channel, "name");
            var named = wanted.contains(id) || wanted.contains(name);
            if (SHARED.contains(text(channel, "type")) && (wanted.isEmpty() || named)) {
                posts.channel(channel, team.name());
                chosen.add(new At.Channel(id, name, team.name()));
            }
        }
        var went = at.channels(chosen);
        return at.team() + 1 < at.teams().size()
                ? went.team(at.team() + 1)
                : went.stage(Stage.POSTS);
    }

    private At posts(At at) {
        var path = "/channels/%s/posts".formatted(Ask.part(at.channel().id()));
        var since = at.mark() - OVERLAP.toMillis();
        var changes = at.mark() > 0 && at.before().isEmpty() && at.floor() == 0;
        var ask =
                changes
                        ? api.get(path).query("since", Long.toString(since))
                        : api.get(path).query("per_page", "200").query("before", at.before());
        var reply = line.ask(ask.allowing(403, 404));
        if (reply.status() != 200) {
            return at.channelDone(0); // archived, or the account was taken out of it
        }
        var page = reply.json();
        var newest = at.newest();
        for (var post : page.path("posts")) {
            posts.post(post, at.channel().team());
            newest = Math.max(newest, post.path("update_at").asLong(0));
        }
        if (changes) {
            return page.path("posts").size() >= MOST_CHANGES
                    ? at.further("", since, newest)
                    : at.channelDone(newest);
        }
        var order = page.path("order");
        var lowest = order.isEmpty() ? "" : order.path(order.size() - 1).asString("");
        var made = page.path("posts").path(lowest).path("create_at").asLong(0);
        var floor = Math.max(at.floor(), line.connection().since().toEpochMilli());
        return lowest.isEmpty() || lowest.equals(at.before()) || made < floor
                ? at.channelDone(newest)
                : at.further(lowest, at.floor(), newest);
    }

    private Pull on(At next, String doing) {
        var none = next.stage() != Stage.TEAMS && next.teams().isEmpty();
        var ended = none || (next.stage() == Stage.POSTS && next.channels().isEmpty());
        return new Pull.Caught(
                basket.all(),
                Cursors.write(ended ? next.stage(Stage.TEAMS) : next),
                !ended,
                ended ? "" : doing);
    }
}
