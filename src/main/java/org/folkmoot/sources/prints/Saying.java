package org.folkmoot.sources.prints;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Told;
import org.folkmoot.store.Seal;
import org.jspecify.annotations.Nullable;

/// What one page or call says of one thing, however often it names it.
///
/// @param fields a digest of each field's value by one of its name, 24 bits each
/// @param words those fields by which the two ways of telling are compared
/// @param own the platform's own time of its last change; null when it tells none
public record Saying(Map<Integer, Integer> fields, Set<Integer> words, @Nullable Instant own) {

    private static final int EMPTY = digest(Set.of("").toString());
    private static final Set<String> WORDS = Set.of("title", "text", "name", "email", "handle");

    /// These move by themselves: nobody changes a post by reading it.
    private static final Pattern COUNTED =
            Pattern.compile(
                    "views|view_count|likes|reads|score|replies|comments|posts|interested|reactions.*");

    /// Everything that may read otherwise later, by its thing.
    static Map<Long, Saying> of(List<Found> page) {
        var fields = new HashMap<Long, Map<String, TreeSet<String>>>();
        var own = new HashMap<Long, Instant>();
        for (var found : page) {
            var thing = thing(found);
            var told = told(found);
            if (thing != null && !told.isEmpty()) {
                var all = fields.computeIfAbsent(thing, _ -> new TreeMap<>());
                told.forEach((n, v) -> all.computeIfAbsent(n, _ -> new TreeSet<>()).add(v));
                own.merge(thing, own(found), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        var all = new HashMap<Long, Saying>();
        fields.forEach((thing, said) -> all.put(thing, said(said, own.get(thing))));
        return all;
    }

    private static Saying said(Map<String, TreeSet<String>> said, @Nullable Instant own) {
        var fields = new TreeMap<Integer, Integer>();
        said.forEach((name, values) -> fields.put(digest(name), digest(values.toString())));
        var words =
                said.keySet().stream()
                        .filter(WORDS::contains)
                        .map(Saying::digest)
                        .collect(Collectors.toSet());
        return new Saying(fields, words, Instant.MIN.equals(own) ? null : own);
    }

    /// Which thing this is about, as 64 bits; null for what cannot change.
    static @Nullable Long thing(Found found) {
        return switch (found) {
            case Deed d -> thing("deed", d.source(), d.id());
            case Person p -> person(new Told.Key(p.source(), p.id()));
            case Found.Place p -> thing("place", p.source(), p.id());
            default -> null;
        };
    }

    /// What prints of an account are kept under.
    public static Long person(Told.Key account) {
        return thing("person", account.source(), account.id());
    }

    private static Long thing(String... of) {
        return ByteBuffer.wrap(Seal.digest(String.join("\n", of))).getLong();
    }

    /// When it was last changed, as it says itself; the beginning of time when it does not.
    static Instant own(Found found) {
        var own =
                switch (found) {
                    case Deed d -> d.edited();
                    case Person p -> p.asOf();
                    case Found.Place p -> p.asOf();
                    default -> null;
                };
        return own == null ? Instant.MIN : own;
    }

    /// Not so what was done and cannot be done otherwise, such as a reaction.
    static boolean mayChange(Deed deed) {
        return !deed(deed).isEmpty();
    }

    private static Map<String, String> told(Found found) {
        return switch (found) {
            case Deed d -> deed(d);
            case Person p -> person(p);
            case Found.Place p -> place(p);
            default -> Map.of();
        };
    }

    private static Map<String, String> deed(Deed d) {
        var all = new HashMap<String, String>();
        d.facts()
                .forEach(
                        (name, value) -> {
                            if (!COUNTED.matcher(name).matches()) {
                                put(all, "fact " + name, value);
                            }
                        });
        put(all, "title", d.title());
        put(all, "text", d.text());
        if (d.silent()) {
            all.put("text", "");
        }
        put(all, "files", d.files().isEmpty() ? null : d.files().toString());
        if (!all.isEmpty()) {
            put(all, "kind", d.kind().key());
            put(all, "at", d.inferred() ? null : String.valueOf(d.at()));
            put(all, "who", d.who());
            put(all, "place", d.place());
            put(all, "parent", d.parent());
            put(all, "url", d.url());
            var mentions = new TreeSet<>(d.mentions());
            put(all, "mentions", mentions.isEmpty() ? null : mentions.toString());
        }
        return all;
    }

    /// Whether it tells a text that is not empty.
    boolean speaks() {
        var text = fields.get(digest("text"));
        return text != null && text != EMPTY;
    }

    private static Map<String, String> person(Person p) {
        var all = new HashMap<String, String>();
        p.fields().forEach((name, value) -> put(all, name, value));
        p.flags().forEach(flag -> put(all, "flag " + flag, "on"));
        put(all, "left", p.left() == null ? null : p.left().toString());
        return all;
    }

    private static Map<String, String> place(Found.Place p) {
        var all = new HashMap<String, String>();
        put(all, "name", p.name().equals(p.id()) ? null : p.name());
        put(all, "topic", p.topic());
        put(all, "url", p.url());
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    static int digest(String text) {
        return ByteBuffer.wrap(Seal.digest(text)).getInt() >>> 8;
    }
}
