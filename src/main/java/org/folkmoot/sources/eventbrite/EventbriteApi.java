package org.folkmoot.sources.eventbrite;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Eventbrite's addresses, each with a slash at its end: without one it sends elsewhere.
record EventbriteApi(Line line) {

    /// Where Eventbrite itself says that its things are.
    private static final Set<String> OWN_HOSTS =
            Set.of("www.eventbriteapi.com", "eventbriteapi.com");

    private static final String PAGE = "page=";

    private static final Pattern THING =
            Pattern.compile(
                    ".*?(/(?:events/\\d{1,20}(?:/attendees/\\d{1,20})?|orders/\\d{1,20}))/?");

    /// @param path from `/` to `/`
    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    Ask post(String path, Map<String, ?> body) {
        return signed(Ask.of("POST", line.connection().address("base-url"), path)).json(body);
    }

    Ask delete(String path) {
        return signed(Ask.of("DELETE", line.connection().address("base-url"), path));
    }

    private Ask signed(Ask ask) {
        return ask.with("Authorization", "Bearer " + line.connection().token("token"))
                .with("Accept", "application/json");
    }

    /// What comes after this page; empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var pagination = page.path("pagination");
        var next = JsonRows.text(pagination, "continuation");
        if (!pagination.path("has_more_items").asBoolean(false) || next.equals(before)) {
            return "";
        }
        var number = pagination.path("page_number").asInt(1) + 1;
        return next.isEmpty() ? (PAGE + number).equals(before) ? "" : PAGE + number : next;
    }

    /// Goes on where [#next] said: by its token, or by a number where it gave none.
    static Ask from(Ask ask, String next) {
        return next.startsWith(PAGE)
                ? ask.query("page", next.substring(PAGE.length()))
                : ask.query("continuation", next);
    }

    /// Whether a call names an address that is Eventbrite's.
    static boolean own(String address, Connection connection) {
        var base = String.valueOf(connection.address("base-url").getAuthority());
        return uri(address)
                .filter(
                        uri ->
                                OWN_HOSTS.contains(
                                                String.valueOf(uri.getHost())
                                                        .toLowerCase(Locale.ROOT))
                                        || base.equalsIgnoreCase(uri.getAuthority()))
                .isPresent();
    }

    /// The path of an event, attendee or order that a call names. Only its numbers are taken from
    /// there: what is asked is always the address in the settings.
    static Optional<String> thing(String address, Connection connection) {
        return own(address, connection)
                ? uri(address)
                        .map(uri -> THING.matcher(String.valueOf(uri.getRawPath())))
                        .filter(Matcher::matches)
                        .map(path -> path.group(1) + "/")
                : Optional.empty();
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
