package org.folkmoot.sources.salesforce;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Contacts by an external id, and members of campaigns. Both may be done twice: the second time
/// finds what the first made.
record SalesforceActs() implements Acting {

    private static final Map<String, String> NAMES =
            Map.of(
                    "email", "Email",
                    "title", "Title",
                    "first_name", "FirstName",
                    "last_name", "LastName",
                    "phone", "Phone",
                    "location", "MailingCity",
                    "bio", "Description");

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.CONTACT, Act.What.LABEL);
    }

    @Override
    public boolean twice(Act act) {
        return true;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = SalesforceApi.of(line);
        return switch (act.what()) {
            case CONTACT -> contact(api, act);
            case LABEL -> member(api, act);
            default -> throw new IllegalArgumentException("Salesforce knows no such thing.");
        };
    }

    private static Done contact(SalesforceApi api, Act act) {
        var fields = new LinkedHashMap<String, String>();
        act.more().forEach((name, value) -> put(fields, name, value));
        var field = api.line().connection().setting("external-id");
        var target = act.target().strip();
        if (target.contains("@")) {
            fields.putIfAbsent("Email", target);
        }
        var path = path(field, target);
        // it is in the address, and must not be said twice
        fields.keySet().removeIf(name -> name.equalsIgnoreCase(field) && !field.isEmpty());
        var reply = api.line().ask(api.object("PATCH", path).json(fields).allowing(300));
        if (reply.status() == 300) {
            throw new IllegalArgumentException(
                    "Salesforce has several contacts with that %s.".formatted(field));
        }
        var id = reply.json().path("id").asString("");
        return done(api, id.isEmpty() ? known(api, path, target) : id);
    }

    private static String path(String field, String target) {
        if (target.matches("003[A-Za-z0-9]{12}([A-Za-z0-9]{3})?")) {
            return "Contact/" + target;
        }
        if (field.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name the field with an external id in the connection's settings, or give the contact's own Id.");
        }
        return "Contact/%s/%s".formatted(Ask.part(field), Ask.part(target));
    }

    /// Of a contact that was only changed, Salesforce does not say which it was.
    private static String known(SalesforceApi api, String path, String target) {
        if (path.equals("Contact/" + target)) {
            return target;
        }
        var reply = api.line().ask(api.object("GET", path).query("fields", "Id").allowing(404));
        return reply.status() == 200 ? reply.json().path("Id").asString("") : "";
    }

    private static void put(Map<String, String> fields, String field, String value) {
        var name = field.toLowerCase(Locale.ROOT);
        if (name.equals("name")) {
            var at = value.strip().lastIndexOf(' ');
            fields.put("LastName", value.substring(at + 1).strip());
            if (at > 0) {
                fields.put("FirstName", value.substring(0, at).strip());
            }
        } else {
            fields.put(NAMES.getOrDefault(name, field), value);
        }
    }

    private static Done member(SalesforceApi api, Act act) {
        var who = act.target().strip();
        var there = one(api, act);
        if (act.more("remove").equals("true")) {
            there.ifPresent(
                    id ->
                            api.line()
                                    .ask(
                                            api.object("DELETE", "CampaignMember/" + id)
                                                    .allowing(404)));
            return done(api, who);
        }
        var body = new LinkedHashMap<String, String>();
        if (!act.more("status").isEmpty()) {
            body.put("Status", act.more("status"));
        }
        if (there.isPresent()) {
            if (!body.isEmpty()) {
                api.line().ask(api.object("PATCH", "CampaignMember/" + there.get()).json(body));
            }
            return done(api, who);
        }
        body.put("CampaignId", campaign(act));
        body.put(field(who), who);
        api.line().ask(api.object("POST", "CampaignMember").json(body));
        return done(api, who);
    }

    private static String campaign(Act act) {
        return act.text().strip().replaceFirst("^campaign/", "");
    }

    private static String field(String who) {
        return who.startsWith("00Q") ? "LeadId" : "ContactId";
    }

    private static Optional<String> one(SalesforceApi api, Act act) {
        var who = act.target().strip();
        var soql =
                "SELECT Id FROM CampaignMember WHERE CampaignId = %s AND %s = %s"
                        .formatted(Soql.quoted(campaign(act)), field(who), Soql.quoted(who));
        JsonNode rows = api.line().ask(api.query(soql)).json().path("records");
        return Optional.of(rows.path(0).path("Id").asString("")).filter(id -> !id.isEmpty());
    }

    /// Never asked for: all of it may be done twice.
    @Override
    public Optional<Done> find(Line line, Act act) {
        return Optional.empty();
    }

    private static Done done(SalesforceApi api, String id) {
        return new Done(SalesforceAnswers.id(id), id.isEmpty() ? "" : api.instance() + "/" + id);
    }
}
