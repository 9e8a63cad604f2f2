package org.folkmoot.sources.hubspot;

import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.sources.hubspot.HubSpotAnswers.first;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import org.folkmoot.store.Seal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// HubSpot's calls: up to a hundred events in an array, each with hardly more than a number, so
/// that what it is about is asked for. Signed over the whole body; version 3 also over the address
/// and the time.
record HubSpotCalls() implements Listening {

    @Override
    public String secret() {
        return "client-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var secret = connection.token(secret());
        if (call.header("X-HubSpot-Signature-v3").isEmpty()) {
            if (!versionOne(secret, call)) {
                return new Heard.Refuse("Its signature is not that of HubSpot.");
            }
        } else {
            var time = call.header("X-HubSpot-Request-Timestamp");
            if (Addresses.of(call, connection).stream()
                    .noneMatch(a -> third(secret, call, a, time))) {
                return new Heard.Refuse("Its signature is not that of HubSpot.");
            }
            if (time.length() < 4 || !Signature.fresh(time.substring(0, time.length() - 3), now)) {
                return new Heard.Refuse("It is older than five minutes.");
            }
        }
        try {
            var events = call.json();
            return events.isArray() && !events.isEmpty()
                    ? new Heard.Take(name(events))
                    : Heard.Answer.ok();
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    /// Version 1: a plain hash that begins with the secret.
    private static boolean versionOne(String secret, Call call) {
        var hash = HexFormat.of().formatHex(Seal.digest(Signature.bytes(secret), call.body()));
        return Signature.same(hash, call.header("X-HubSpot-Signature").strip());
    }

    private static boolean third(String secret, Call call, String address, String time) {
        return Signature.of(
                        "HmacSHA256",
                        secret,
                        Signature.bytes(call.method() + address),
                        call.body(),
                        Signature.bytes(time))
                .isBase64("", call.header("X-HubSpot-Signature-v3").strip());
    }

    /// A call that comes again differs only in the number of its attempt.
    private static String name(JsonNode events) {
        var all =
                StreamSupport.stream(events.spliterator(), false)
                        .map(
                                e ->
                                        String.join(
                                                "/",
                                                text(e, "eventId"),
                                                text(e, "subscriptionId"),
                                                text(e, "objectId"),
                                                text(e, "propertyName"),
                                                text(e, "occurredAt")))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Seal.digest(all));
    }

    /// Each contact or company once, however many of its properties changed.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var api = new HubSpotApi(line);
        var answers =
                new HubSpotAnswers(api.account(), line.connection().list("properties"), finds);
        var contacts = new LinkedHashSet<String>();
        var companies = new LinkedHashSet<String>();
        var gone = new LinkedHashMap<String, Instant>();
        for (var event : call.json()) {
            // what joins two things names both, and neither by itself
            var id = first(text(event, "objectId"), text(event, "fromObjectId"));
            var type = type(event);
            if (id.isEmpty() && text(event, "primaryObjectId").isEmpty()) {
                continue;
            }
            if (type.startsWith("contact.")) {
                contact(event, type, id, contacts, gone, answers, line.now());
            } else if (type.startsWith("company.")) {
                companies.add(id);
            }
        }
        contacts.removeAll(gone.keySet());
        gone.forEach(answers::gone);
        var again = new Again(api, new HubSpotPeople(api, answers), answers);
        again.contacts(contacts);
        again.companies(companies);
    }

    /// `contact.creation`; generic ones are `object.creation` with the type's number.
    private static String type(JsonNode event) {
        var type = text(event, "subscriptionType");
        var kinds = Map.of("0-1", "contact.", "0-2", "company.");
        return type.startsWith("object.")
                ? kinds.getOrDefault(
                                first(text(event, "objectTypeId"), text(event, "fromObjectTypeId")),
                                "other.")
                        + type.substring("object.".length())
                : type;
    }

    private static void contact(
            JsonNode event,
            String type,
            String id,
            Set<String> contacts,
            Map<String, Instant> gone,
            HubSpotAnswers answers,
            Instant now) {
        switch (type.substring("contact.".length())) {
            case "deletion", "privacyDeletion" -> {
                var at = Dates.USUAL.read(text(event, "occurredAt"));
                gone.put(id, at == null ? now : at);
            }
            case "merge" -> {
                var kept = text(event, "primaryObjectId");
                event.path("mergedObjectIds")
                        .forEach(other -> answers.merged(kept, other.asString("")));
                contacts.add(kept.isEmpty() ? id : kept);
            }
            case "restore" -> {
                gone.remove(id);
                contacts.add(id);
            }
            default -> contacts.add(id);
        }
    }
}
