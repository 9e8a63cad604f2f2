package org.folkmoot.members;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All that was ever told of one identity, each field with the time it was true. Merging two
/// profiles keeps, field by field, the later value (of equally late ones the greater), so that any
/// order of imports ends in the same profile: merging is commutative, associative and idempotent.
record Profile(Map<String, Dated> fields) {

    static final Profile EMPTY = new Profile(Map.of());

    /// All names of an identity that was seen with more than one, a line each.
    private static final String AKA = "aka";

    private static final int MOST_NAMES = 20;

    private static final TypeReference<TreeMap<String, Dated>> SHAPE = new TypeReference<>() {};
    static final Comparator<Dated> LATER =
            Comparator.comparing(Dated::instant).thenComparing(Dated::v);

    /// A value and the time it was true, ISO; empty when nobody knows.
    record Dated(String v, String at) {

        Instant instant() {
            return at.isEmpty() ? Instant.MIN : Instant.parse(at);
        }
    }

    static Profile of(Told told) {
        var at = told.asOf() == null ? "" : told.asOf().toString();
        var fields = new TreeMap<String, Dated>();
        told.fields()
                .forEach(
                        (name, value) ->
                                fields.put(
                                        name, new Dated(clean(value), name.equals(AKA) ? "" : at)));
        flag(fields, "bot", told.bot(), at);
        flag(fields, "staff", told.staff(), at);
        flag(fields, "nobody", told.nobody(), at);
        if (told.left() != null) {
            fields.put("left", new Dated((told.leftSure() ? "" : "~") + told.left(), at));
        } else if (told.asOf() != null && !told.fields().isEmpty()) {
            fields.put("left", new Dated("no", at));
        }
        if (told.joined() != null) {
            fields.put("joined", new Dated(told.joined().toString(), ""));
        }
        if (told.shown() != null) {
            fields.put("shown", new Dated(told.shown().toString(), ""));
        }
        return new Profile(fields);
    }

    private static void flag(Map<String, Dated> fields, String name, boolean on, String at) {
        if (on) {
            fields.put(name, new Dated("true", at));
        }
    }

    private static String clean(String value) {
        return value.replace("\0", "");
    }

    Profile merge(Profile other) {
        var merged = new TreeMap<>(fields);
        other.fields.forEach(
                (name, theirs) ->
                        merged.merge(
                                name,
                                theirs,
                                (a, b) ->
                                        name.equals("joined") || name.equals("shown")
                                                ? earlier(a, b)
                                                : LATER.compare(a, b) >= 0 ? a : b));
        var names = names();
        names.addAll(other.names());
        if (names.size() > 1) {
            var kept = String.join("\n", names.stream().limit(MOST_NAMES).toList());
            merged.put(AKA, new Dated(kept, ""));
        }
        return new Profile(merged);
    }

    /// What stays of it when its owner is forgotten: when they came and went, and what they are.
    Profile nameless() {
        var left = new TreeMap<>(fields);
        left.keySet().retainAll(Set.of("joined", "left", "shown", "bot", "staff", "nobody"));
        return new Profile(left);
    }

    /// Every name they were ever seen with. Only the first so many in alphabetical order are kept,
    /// so that it makes no difference in which order they came.
    private TreeSet<String> names() {
        var all = new TreeSet<String>();
        var aka = get(AKA);
        if (aka != null) {
            aka.lines().forEach(all::add);
        }
        var name = get("name");
        if (name != null) {
            all.add(name.replace('\n', ' '));
        }
        return all;
    }

    private static Dated earlier(Dated a, Dated b) {
        return Instant.parse(a.v()).isAfter(Instant.parse(b.v())) ? b : a;
    }

    @Nullable String get(String field) {
        var dated = fields.get(field);
        return dated == null ? null : dated.v();
    }

    String role() {
        return get("nobody") != null
                ? "nobody"
                : get("bot") != null ? "bot" : get("staff") != null ? "staff" : "member";
    }

    @Nullable Instant joined() {
        return instant("joined");
    }

    /// The earliest time at which a platform shows they were there.
    @Nullable Instant shown() {
        return instant("shown");
    }

    private @Nullable Instant instant(String field) {
        var value = get(field);
        return value == null ? null : Instant.parse(value);
    }

    /// When they left, whether that is the platform's own date; null while they are here.
    @Nullable Left left() {
        var left = get("left");
        if (left == null || left.equals("no")) {
            return null;
        }
        return left.startsWith("~")
                ? new Left(Instant.parse(left.substring(1)), false)
                : new Left(Instant.parse(left), true);
    }

    record Left(Instant at, boolean sure) {}

    String toJson() {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    static Profile fromJson(String json) {
        return new Profile(JsonMapper.shared().readValue(json, SHAPE));
    }
}
