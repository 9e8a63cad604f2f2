package org.folkmoot.members;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Which people, in which order: what the address of a list says. Lists, segments, exports, bulk
/// actions and the API all read it from here.
///
/// @param q words that must all match, as typed
/// @param platforms each of which they are on
/// @param role `member`, `staff` or `bot`
/// @param active seen within that many days
/// @param silent not seen for that many days, or never
/// @param from first seen on or after that local day
/// @param to first seen on or before that local day
/// @param kind of something they did
/// @param within that many days before now; null for ever
/// @param tags each of which they have
/// @param left whether only those who left and did not come back
record PeopleQuery(
        String q,
        List<String> platforms,
        @Nullable String role,
        @Nullable Integer active,
        @Nullable Integer silent,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String kind,
        @Nullable Integer within,
        List<String> tags,
        @Nullable String organisation,
        boolean left,
        PeopleSort sort) {

    static final PeopleQuery EVERYONE = of(Map.of());
    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 36_500;

    /// One condition as the address has it.
    record Param(String name, String value) {}

    PeopleQuery {
        platforms = List.copyOf(platforms);
        tags = List.copyOf(tags);
    }

    /// @throws Refusal.Unusable for a value that cannot be read
    static PeopleQuery of(Map<String, List<String>> params) {
        var role = one(params, "role");
        if (role != null && !List.of("member", "staff", "bot").contains(role)) {
            throw new Refusal.Unusable(
                    "There is no role %s: use member, staff or bot.".formatted(role));
        }
        var kind = one(params, "kind");
        return new PeopleQuery(
                words(one(params, "q")),
                all(params, "platform"),
                role,
                read(params, "active", PeopleQuery::days),
                read(params, "silent", PeopleQuery::days),
                read(params, "from", LocalDate::parse),
                read(params, "to", LocalDate::parse),
                kind,
                kind == null ? null : read(params, "within", PeopleQuery::days),
                all(params, "tag"),
                one(params, "organisation"),
                one(params, "left") != null,
                sort(one(params, "sort")));
    }

    /// The reverse of [#address()].
    static PeopleQuery of(String address) {
        var params = new java.util.LinkedHashMap<String, List<String>>();
        for (var pair : address.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                params.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return of(params);
    }

    /// Every condition, in the order in which it is shown; without the sort.
    List<Param> conditions() {
        var all = new ArrayList<Param>();
        add(all, "q", q.isEmpty() ? null : q);
        platforms.forEach(p -> add(all, "platform", p));
        add(all, "role", role);
        add(all, "active", active);
        add(all, "silent", silent);
        add(all, "from", from);
        add(all, "to", to);
        add(all, "kind", kind);
        add(all, "within", within);
        tags.forEach(t -> add(all, "tag", t));
        add(all, "organisation", organisation);
        add(all, "left", left ? "yes" : null);
        return all;
    }

    /// `platform=slack&active=30&sort=name`; empty for everyone in the usual order.
    String address() {
        return address(conditions(), sort);
    }

    /// The address of the same list in another order.
    String sorted(PeopleSort by) {
        return address(conditions(), by);
    }

    /// The address of the same list without these conditions.
    String without(List<Param> some) {
        return address(conditions().stream().filter(p -> !some.contains(p)).toList(), sort);
    }

    private static String address(List<Param> conditions, PeopleSort sort) {
        var all = new ArrayList<>(conditions);
        if (sort != PeopleSort.LAST_ACTIVE) {
            all.add(new Param("sort", sort.key()));
        }
        return String.join(
                "&", all.stream().map(p -> p.name() + "=" + encoded(p.value())).toList());
    }

    /// A value as addresses have it, blanks as `%20`.
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void add(List<Param> all, String name, @Nullable Object value) {
        if (value != null) {
            all.add(new Param(name, value.toString()));
        }
    }

    private static PeopleSort sort(@Nullable String key) {
        return Arrays.stream(PeopleSort.values())
                .filter(s -> s.key().equals(key))
                .findAny()
                .orElse(PeopleSort.LAST_ACTIVE);
    }

    private static String words(@Nullable String typed) {
        var clean = typed == null ? "" : typed.replace("\0", "").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }

    private static List<String> all(Map<String, List<String>> params, String name) {
        return params.getOrDefault(name, List.of()).stream()
                .map(PeopleQuery::words)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String one(Map<String, List<String>> params, String name) {
        return all(params, name).stream().findFirst().orElse(null);
    }

    private static <T> @Nullable T read(
            Map<String, List<String>> params, String name, Function<String, T> reader) {
        var value = one(params, name);
        try {
            return value == null ? null : reader.apply(value);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new Refusal.Unusable(
                    "%s=%s cannot be read: give a number of days, or a day like 2026-03-28."
                            .formatted(name, value));
        }
    }

    private static Integer days(String value) {
        var days = Integer.parseInt(value);
        if (days < 1 || days > MOST_DAYS) {
            throw new NumberFormatException(value);
        }
        return days;
    }
}
