package org.folkmoot.sources.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Offering;

/// The channels that the app knows of.
final class SlackOffers implements Offering {

    @Override
    public Set<String> settings() {
        return Set.of("channels");
    }

    @Override
    public List<Offer> of(Line line, String setting) {
        var all = new ArrayList<Offer>();
        var next = "";
        do {
            var page = line.ask(SlackPulls.channels(new SlackApi(line), next)).json();
            for (var channel : page.path("channels")) {
                var name = channel.path("name").asString("");
                all.add(
                        new Offer(
                                channel.path("id").asString(name),
                                "#" + name,
                                channel.path("is_member").asBoolean(true)
                                        ? channel.path("purpose").path("value").asString("")
                                        : "The app is not invited yet."));
            }
            next = SlackApi.next(page, next);
        } while (!next.isEmpty() && all.size() < MOST);
        return all;
    }
}
