package org.folkmoot.sources.discord;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.discord.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads a server one request a page: what it consists of, once a day its members and the threads
/// that came to rest, its events and audit log, and then each channel and active thread.
final class DiscordPulls {

    private static final Duration AGAIN = Duration.ofDays(1);

    /// Among what the bot may not read, beside channels.
    private static final String AUDIT = "audit log";

    private final Line line;
    private final DiscordApi api;
    private final Found.Basket basket = new Found.Basket();
    private final List<Statistic> figures = new ArrayList<>();

    DiscordPulls(Line line) {
        this.line = line;
        this.api = new DiscordApi(line);
    }

    Pull from(String cursor) {
        var named = line.connection().setting("guild");
        var read = Cursors.read(cursor, At.class, At::first);
        var at = named.isEmpty() ? read : read.guild(named);
        if (at.guild().isEmpty()) {
            return whereabouts(at);
        }
        var known = at.known();
        if (!known.owed().isEmpty()) {
            return on(rooms(at).whose(), "reactions");
        }
        return switch (at.stage()) {
            case SERVER -> server(at);
            case CHANNELS -> on(channels(at), "channels");
            case THREADS -> on(new Threads(api).active(at, due(at)), "threads");
            case PEOPLE -> on(people(at), "members");
            case ARCHIVED ->
                    known.archived().isEmpty()
                            ? on(new Threads(api).atRest(at), "threads at rest")
                            : read(at, known.archived());
            case EVENTS -> on(new Events(api, answers(at), line.now()).list(at), "events");
            case INTERESTED ->
                    on(new Events(api, answers(at), line.now()).interested(at), "events");
            case AUDIT -> on(audit(at), "the audit log");
            case MESSAGES -> known.rooms().isEmpty() ? on(at, "messages") : read(at, known.rooms());
        };
    }

    private DiscordAnswers answers(At at) {
        return new DiscordAnswers(at.guild(), at.known().names(), basket);
    }

    private Rooms rooms(At at) {
        return new Rooms(api, answers(at), at, line.connection().since());
    }

    private Pull read(At at, List<DiscordRoom> rooms) {
        var room = rooms.getFirst();
        var doing = (room.thread() ? "thread " : "channel ") + room.name();
        return on(rooms(at).read(room, rooms), doing);
    }

    private boolean due(At at) {
        return at.daily() == null || !at.daily().plus(AGAIN).isAfter(line.now());
    }

    private Pull whereabouts(At at) {
        var guild = api.guild();
        return guild.isEmpty()
                ? new Pull.SignInAgain(
                        "The bot is on no server, or on several. Invite it, or say which server is meant by its id.")
                : on(at.guild(guild.get()), "the server");
    }

    private Pull server(At at) {
        var names = at.known().names();
        names.clear();
        var path = "/guilds/%s?with_counts=true".formatted(at.guild());
        var server = line.ask(api.get(path)).json();
        figure(at, server.path("approximate_member_count"));
        server.path("roles").forEach(role -> name(names, role));
        return on(at.stage(Stage.CHANNELS), server.path("name").asString("the server"));
    }

    private void figure(At at, JsonNode members) {
        if (members.isIntegralNumber()) {
            var day = LocalDate.ofInstant(line.now(), ZoneOffset.UTC);
            var of = Map.of("server", at.guild());
            figures.add(new Statistic(day, "members", of, members.decimalValue()));
        }
    }

    private static void name(Map<String, String> names, JsonNode one) {
        names.put(one.path("id").asString(""), one.path("name").asString(""));
    }

    private At channels(At at) {
        var known = at.known();
        known.rooms().clear();
        known.parents().clear();
        var all = line.ask(api.get("/guilds/%s/channels".formatted(at.guild()))).json();
        all.forEach(channel -> name(known.names(), channel));
        var answers = answers(at);
        var wanted = new Channels(line.connection().list("channels"));
        for (var channel : all) {
            var type = Channels.Type.of(channel);
            var room = Channels.room(channel);
            if (type == Channels.Type.NONE || !wanted.has(channel, known.names())) {
                continue;
            }
            answers.channel(channel, type == Channels.Type.FORUM);
            if (type != Channels.Type.FORUM && !known.shut().contains(room.id())) {
                known.rooms().add(room);
            }
            if (type != Channels.Type.VOICE) {
                known.parents().add(room.id());
            }
        }
        return at.stage(Stage.THREADS);
    }

    /// Without its privileged intent a bot is not told who the members are.
    private At people(At at) {
        if (at.next().isEmpty()) {
            at.known().shut().clear(); // what may not be read is tried again with them
        }
        var path = "/guilds/%s/members?limit=1000".formatted(at.guild());
        var reply = line.ask(api.get(path).query("after", at.next()).allowing(403, 404));
        var last = at.next();
        if (reply.status() == 200) {
            var answers = answers(at);
            for (var member : reply.json()) {
                answers.member(member, line.now());
                last = At.later(last, member.path("user").path("id").asString(""));
            }
        }
        return At.after(last, at.next()) ? at.next(last) : at.stage(Stage.ARCHIVED);
    }

    /// Newest first. A bot that may not see it goes on without.
    private At audit(At at) {
        var path = "/guilds/%s/audit-logs?limit=100".formatted(at.guild());
        var reply = line.ask(api.get(path).query("before", at.next()).allowing(403, 404));
        if (reply.status() != 200) {
            at.known().shut().add(AUDIT);
            return at.stage(Stage.MESSAGES);
        }
        var answers = answers(at);
        reply.json().path("users").forEach(answers::user);
        var went = at;
        var lowest = at.next();
        for (var entry : reply.json().path("audit_log_entries")) {
            var id = entry.path("id").asString("");
            if (At.after(id, at.audit())) {
                answers.entry(entry);
            }
            went = went.top(id);
            lowest = lowest.isEmpty() || At.after(lowest, id) ? id : lowest;
        }
        return lowest.equals(at.next()) || !At.after(lowest, at.audit())
                ? went.audit(went.top()).stage(Stage.MESSAGES)
                : went.next(lowest);
    }

    /// Past what there is nothing to ask for.
    private At further(At at) {
        var known = at.known();
        var atRest = known.parents().isEmpty() && known.archived().isEmpty();
        return switch (at.stage()) {
            case ARCHIVED -> atRest ? at.daily(line.now()).stage(Stage.EVENTS) : at;
            case INTERESTED -> known.asked().isEmpty() ? further(at.stage(Stage.AUDIT)) : at;
            case AUDIT -> known.shut().contains(AUDIT) ? at.stage(Stage.MESSAGES) : at;
            default -> at;
        };
    }

    private Pull on(At at, String doing) {
        var next = further(at);
        var ended =
                next.stage() == Stage.MESSAGES
                        && next.known().rooms().isEmpty()
                        && next.known().owed().isEmpty();
        return new Pull.Caught(
                basket.all(),
                figures,
                Cursors.write(ended ? next.stage(Stage.SERVER) : next),
                !ended,
                ended ? "" : doing);
    }
}
