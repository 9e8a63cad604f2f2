package org.folkmoot.sources.hubspot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Contacts, notes on them and lists. A note has no key that would keep a second one away, so
/// whoever is unsure looks first; all else may be done twice.
record HubSpotActs() implements Acting {

    private static final String NOTES = "/crm/v3/objects/notes";
    private static final int NOTE_TO_CONTACT = 202;
    private static final Pattern OF_EVENT = Pattern.compile("event/\\d+/(\\d+)/.*");
    private static final Map<String, String> NAMES =
            Map.of(
                    "organisation", "company",
                    "title", "jobtitle",
                    "first_name", "firstname",
                    "last_name", "lastname",
                    "x", "twitterhandle",
                    "linkedin", "hs_linkedin_url",
                    "location", "city");

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.POST, Act.What.REPLY, Act.What.CONTACT, Act.What.LABEL);
    }

    @Override
    public boolean twice(Act act) {
        return act.what() == Act.What.CONTACT || act.what() == Act.What.LABEL;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new HubSpotApi(line);
        return switch (act.what()) {
            case CONTACT -> contact(api, act);
            case LABEL -> label(api, act);
            case POST, REPLY -> note(api, act);
            default -> throw new IllegalArgumentException("HubSpot knows no such thing.");
        };
    }

    /// By e-mail address made or changed; by number changed.
    private static Done contact(HubSpotApi api, Act act) {
        var properties = new LinkedHashMap<String, String>();
        act.more().forEach((name, value) -> put(properties, name, value));
        if (!act.target().contains("@")) {
            var path = HubSpotApi.CONTACTS + "/" + Ask.part(number(act.target()));
            var changed = api.line().ask(api.send("PATCH", path, Map.of("properties", properties)));
            return done(api, changed.json().path("id").asString(""));
        }
        var input = Map.of("idProperty", "email", "id", act.target(), "properties", properties);
        var reply =
                api.line()
                        .ask(
                                api.send(
                                        "POST",
                                        HubSpotApi.CONTACTS + "/batch/upsert",
                                        Map.of("inputs", List.of(input))));
        var said = reply.json();
        if (said.path("results").isEmpty()) {
            throw new IllegalArgumentException(
                    "HubSpot did not take it: "
                            + said.path("errors").path(0).path("message").asString("no reason"));
        }
        return done(api, said.path("results").path(0).path("id").asString(""));
    }

    private static void put(Map<String, String> properties, String field, String value) {
        var name = field.toLowerCase(Locale.ROOT);
        if (name.equals("name")) {
            var at = value.strip().lastIndexOf(' ');
            properties.put("firstname", at < 0 ? value.strip() : value.substring(0, at).strip());
            properties.put("lastname", at < 0 ? "" : value.substring(at + 1).strip());
        } else {
            properties.put(NAMES.getOrDefault(name, name), value);
        }
    }

    /// Puts a contact on a list that is kept by hand, or takes it off.
    private static Done label(HubSpotApi api, Act act) {
        var id = number(act.target());
        var verb = act.more("remove").equals("true") ? "remove" : "add";
        var path =
                "%s/%s/memberships/%s"
                        .formatted(HubSpotApi.LISTS, Ask.part(act.text().strip()), verb);
        var said = api.line().ask(api.send("PUT", path, List.of(id))).json();
        if (!said.path("recordIdsMissing").isEmpty()) {
            throw new IllegalArgumentException("HubSpot knows no contact %s.".formatted(id));
        }
        return done(api, id);
    }

    private static Done note(HubSpotApi api, Act act) {
        var to =
                Map.of(
                        "to",
                        Map.of("id", number(act.target())),
                        "types",
                        List.of(
                                Map.of(
                                        "associationCategory",
                                        "HUBSPOT_DEFINED",
                                        "associationTypeId",
                                        NOTE_TO_CONTACT)));
        var body =
                Map.of(
                        "properties",
                        Map.of("hs_timestamp", act.at().toString(), "hs_note_body", html(act)),
                        "associations",
                        List.of(to));
        return noted(api.line().ask(api.send("POST", NOTES, body)).json());
    }

    private static Done noted(JsonNode note) {
        return new Done("note/" + note.path("id").asString(""), "");
    }

    private static String html(Act act) {
        var text = act.title().isEmpty() ? act.text() : act.title() + "\n\n" + act.text();
        return text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }

    /// Among the contact's notes since it was first tried, by its words.
    @Override
    public Optional<Done> find(Line line, Act act) {
        if (twice(act)) {
            return Optional.empty();
        }
        var api = new HubSpotApi(line);
        var filters =
                List.of(
                        Map.of(
                                "propertyName",
                                "associations.contact",
                                "operator",
                                "EQ",
                                "value",
                                number(act.target())),
                        Map.of(
                                "propertyName",
                                "hs_timestamp",
                                "operator",
                                "GTE",
                                "value",
                                Long.toString(act.at().minusSeconds(60).toEpochMilli())));
        Reply found =
                line.ask(
                        api.search(
                                NOTES,
                                Map.of(
                                        "filterGroups", List.of(Map.of("filters", filters)),
                                        "sorts", List.of("hs_object_id"),
                                        "properties", List.of("hs_note_body"),
                                        "limit", 100,
                                        "after", "0")));
        for (var note : found.json().path("results")) {
            var said = note.path("properties").path("hs_note_body").asString("");
            if (plain(said).equals(plain(html(act)))) {
                return Optional.of(noted(note));
            }
        }
        return Optional.empty();
    }

    /// HubSpot may put tags of its own around it.
    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    /// The number of a contact, or of whoever took part in an event.
    private static String number(String target) {
        var event = OF_EVENT.matcher(target);
        var id = event.matches() ? event.group(1) : target.strip();
        if (!id.matches("\\d+")) {
            throw new IllegalArgumentException("Say which contact, by its number in HubSpot.");
        }
        return id;
    }

    private static Done done(HubSpotApi api, String id) {
        var account = api.line().connection().setting("account");
        return new Done(
                id,
                account.isEmpty() || id.isEmpty()
                        ? ""
                        : "https://app.hubspot.com/contacts/%s/record/0-1/%s"
                                .formatted(account, id));
    }
}
