package org.folkmoot.sources.hubspot;

import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many contacts there are. Companies are read with the contacts who work for them, so there is
/// nothing to hold their number against.
final class HubSpotCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var api = new HubSpotApi(line);
        var body =
                Map.of(
                        "filterGroups", List.of(),
                        "sorts", List.of(),
                        "properties", List.of(),
                        "limit", 1,
                        "after", "0");
        var told = line.ask(api.search(HubSpotApi.CONTACTS, body)).json().path("total");
        return told.isIntegralNumber()
                ? List.of(Total.people("contacts", told.asLong(0)))
                : List.of();
    }
}
