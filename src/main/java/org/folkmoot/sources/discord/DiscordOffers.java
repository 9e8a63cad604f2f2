package org.folkmoot.sources.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;

/// The channels of a server that have something to read, each with its category.
final class DiscordOffers implements Offering {

    @Override
    public Set<String> settings() {
        return Set.of("channels");
    }

    @Override
    public List<Offer> of(Line line, String setting) {
        var api = new DiscordApi(line);
        var channels = line.ask(api.get("/guilds/%s/channels".formatted(api.ourGuild()))).json();
        var names = new HashMap<String, String>();
        channels.forEach(c -> names.put(c.path("id").asString(""), c.path("name").asString("")));
        var all = new ArrayList<Offer>();
        for (var channel : channels) {
            if (Channels.Type.of(channel) != Channels.Type.NONE) {
                var room = Channels.room(channel);
                var category = channel.path("parent_id").asString("");
                all.add(new Offer(room.id(), "#" + room.name(), names.getOrDefault(category, "")));
            }
        }
        return all;
    }
}
