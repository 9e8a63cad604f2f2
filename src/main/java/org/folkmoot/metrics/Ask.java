package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Address;
import org.jspecify.annotations.Nullable;

/// What somebody wants to know: of which community, when, about whom. It lives in a page's address.
public record Ask(Community community, Window window, Filters filters, Instant now) {

    /// From the parameters `asOf` (a date), `window` (days), `platform`, `place` (its number),
    /// `tag`, `organisation`, `where` (a condition on people), `staff` (`in` or `true`). Each may
    /// be missing or empty.
    ///
    /// @throws Refusal.Unusable when one cannot be used
    public static Ask of(Community community, Map<String, String> query, Instant now) {
        var asOf = query.getOrDefault("asOf", "");
        var days = query.getOrDefault("window", "");
        var place = query.getOrDefault("place", "");
        var staff = query.getOrDefault("staff", "");
        return new Ask(
                community,
                Window.of(
                        asOf.isBlank()
                                ? now.atZone(community.zone()).toLocalDate()
                                : date(asOf.strip()),
                        days.isBlank() ? Window.USUAL : (int) number("window", days),
                        community.zone(),
                        now),
                new Filters(
                        some(query.get("platform")),
                        place.isBlank() ? null : number("place", place),
                        some(query.get("tag")),
                        some(query.get("organisation")),
                        some(query.get("where")),
                        null,
                        staff.equals("in") || staff.equals("true")),
                now);
    }

    private static LocalDate date(String asOf) {
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable(
                    "The day %s cannot be read. Write it like 2026-03-31.".formatted(asOf));
        }
    }

    private static long number(String what, String text) {
        try {
            return Math.clamp(Long.parseLong(text.strip()), 0L, Integer.MAX_VALUE);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("The %s %s is not a number.".formatted(what, text));
        }
    }

    private static @Nullable String some(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// The same question about the window before.
    Ask before() {
        return new Ask(community, window.before(), filters, now);
    }

    boolean today() {
        return !window.last().isBefore(now.atZone(community.zone()).toLocalDate());
    }

    /// As an address's query, without the question mark: `asOf=2026-03-31&window=30`; the day is
    /// left out when it is today.
    public String query() {
        return query(Map.of());
    }

    /// The same with some parameters replaced; an empty one is dropped.
    String query(Map<String, String> instead) {
        var parts = parts();
        parts.putAll(instead);
        return Address.query(parts);
    }

    Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("asOf", today() ? "" : window.last().toString());
        parts.put("window", Integer.toString(window.days()));
        parts.put("platform", filters.platform() == null ? "" : filters.platform());
        parts.put("place", filters.place() == null ? "" : filters.place().toString());
        parts.put("tag", filters.tag() == null ? "" : filters.tag());
        parts.put("organisation", filters.organisation() == null ? "" : filters.organisation());
        parts.put("where", filters.where() == null ? "" : filters.where());
        parts.put("staff", filters.staff() ? "in" : "");
        return parts;
    }

    /// What the SQL of every number names: `:here`, the window's borders as instants and days,
    /// those of the one or two windows before, and the filters.
    Map<String, @Nullable Object> params() {
        var before = window.before();
        var params = new HashMap<String, @Nullable Object>();
        params.put("here", community.id().value());
        params.put("from", window.fromAt());
        params.put("to", window.toAt());
        params.put("first", window.first());
        params.put("last", window.last());
        params.put("fromBefore", before.fromAt());
        params.put("firstBefore", before.first());
        params.put("firstEarlier", before.before().first());
        params.put("fromEarlier", before.before().fromAt());
        params.put("zone", window.zone().getId());
        params.put("platform", filters.platform());
        params.put("place", filters.place());
        params.put("tag", filters.tag());
        params.put("organisation", filters.organisation());
        var among = filters.among();
        params.put("among", among == null ? null : among.members());
        return params;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
