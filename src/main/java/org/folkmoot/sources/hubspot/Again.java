package org.folkmoot.sources.hubspot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.databind.JsonNode;

/// Asks for what a call only names.
record Again(HubSpotApi api, HubSpotPeople people, HubSpotAnswers answers) {

    /// One by itself, several at once. One that is there no more is gone.
    void contacts(Collection<String> ids) {
        if (ids.size() == 1) {
            var id = ids.iterator().next();
            var reply = api.line().ask(api.contact(id).allowing(404));
            if (reply.status() == 404) {
                answers.gone(id, api.line().now());
            } else {
                people.read(JsonRows.JSON.createArrayNode().add(reply.json()));
            }
        } else if (!ids.isEmpty()) {
            people.read(several(HubSpotApi.CONTACTS, ids, api.properties()));
        }
    }

    void companies(Collection<String> ids) {
        if (!ids.isEmpty()) {
            people.employees(several(HubSpotApi.COMPANIES, ids, List.of("name", "domain")));
        }
    }

    private JsonNode several(String path, Collection<String> ids, List<String> properties) {
        var body =
                Map.of(
                        "inputs",
                        ids.stream().map(id -> Map.of("id", id)).toList(),
                        "properties",
                        properties,
                        "propertiesWithHistory",
                        List.of());
        return api.line().ask(api.send("POST", path + "/batch/read", body)).json().path("results");
    }
}
