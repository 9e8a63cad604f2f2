package org.folkmoot.sources.discord;

import java.util.List;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// About how many are on the server. Messages it does not count.
final class DiscordCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var api = new DiscordApi(line);
        var path = "/guilds/%s?with_counts=true".formatted(api.ourGuild());
        var server = line.ask(api.get(path)).json();
        var told = server.path("approximate_member_count");
        return told.isIntegralNumber()
                ? List.of(
                        Total.people(
                                "members of " + server.path("name").asString("the server"),
                                told.asLong(0)))
                : List.of();
    }
}
