package org.folkmoot.activity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What of the stream is asked for, as its address says it.
///
/// @param person a member
/// @param from the first local day, `to` the last
/// @param q words to search for, empty for none
/// @param tag that the team put on it
/// @param grouped whether what belongs to one thread is shown together
record Asked(
        @Nullable String platform,
        @Nullable Long place,
        @Nullable Kind kind,
        @Nullable Long person,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Only only,
        String q,
        @Nullable String tag,
        boolean grouped) {

    static final Asked EVERYTHING =
            new Asked(null, null, null, null, null, null, Only.ALL, "", null, false);

    enum Only {
        ALL,
        QUESTIONS,
        UNANSWERED
    }

    static Asked of(Map<String, String> query) {
        var q = query.getOrDefault("q", "").strip();
        if (q.length() > 300) {
            throw new Refusal.Unusable("Search for at most 300 characters at once.");
        }
        var kind = text(query, "kind");
        var only = text(query, "only");
        try {
            return new Asked(
                    text(query, "platform"),
                    number(query, "place"),
                    kind == null ? null : Kind.of(kind),
                    number(query, "person"),
                    day(query, "from"),
                    day(query, "to"),
                    only == null ? Only.ALL : Only.valueOf(only.toUpperCase(Locale.ROOT)),
                    q,
                    text(query, "tag"),
                    "thread".equals(query.get("group")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refusal.Unusable(
                    "One of the filters in this address is none we know. Remove it, or start from Activity.");
        }
    }

    /// Whether nothing but words narrows it.
    boolean onlyWords() {
        return equals(new Asked(null, null, null, null, null, null, Only.ALL, q, null, grouped));
    }

    /// Who waits longest comes first; all else is told newest first.
    boolean longestFirst() {
        return only == Only.UNANSWERED && q.isEmpty();
    }

    Asked by(long member) {
        return new Asked(platform, place, kind, member, from, to, only, q, tag, grouped);
    }

    /// The address's query, with one field set otherwise (empty: without it).
    String with(String field, String value) {
        var all = fields();
        all.put(field, value);
        var query =
                all.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(
                                e ->
                                        e.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    Map<String, String> fields() {
        var all = new LinkedHashMap<String, String>();
        all.put("q", q);
        all.put("platform", platform == null ? "" : platform);
        all.put("place", place == null ? "" : place.toString());
        all.put("kind", kind == null ? "" : kind.key());
        all.put("person", person == null ? "" : person.toString());
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("only", only == Only.ALL ? "" : only.name().toLowerCase(Locale.ROOT));
        all.put("tag", tag == null ? "" : tag);
        all.put("group", grouped ? "thread" : "");
        return all;
    }

    Instant first(ZoneId zone) {
        return from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant();
    }

    Cursor upTo(ZoneId zone) {
        return to == null
                ? Cursor.LAST
                : new Cursor(to.plusDays(1).atStartOfDay(zone).toInstant(), 0);
    }

    private static @Nullable String text(Map<String, String> query, String field) {
        var value = query.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable Long number(Map<String, String> query, String field) {
        var value = text(query, field);
        return value == null ? null : Long.valueOf(value);
    }

    private static @Nullable LocalDate day(Map<String, String> query, String field) {
        var value = text(query, field);
        if (value == null) {
            return null;
        }
        var day = LocalDate.parse(value);
        if (day.getYear() < 1970 || day.getYear() > 2200) {
            throw new DateTimeException("No such day here");
        }
        return day;
    }
}
