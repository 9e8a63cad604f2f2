package org.folkmoot.sources.webhook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.csv.KindWords;
import org.folkmoot.sources.Connection;
import org.jspecify.annotations.Nullable;

/// What the calls of a connection mean.
///
/// @param source the space of its ids
/// @param each where its rows stand; empty when nobody said
/// @param fixed what every row is; null when a row tells
/// @param words what its own words for what was done mean here
record Meaning(
        String source,
        String each,
        Map<Part, Where> where,
        @Nullable Kind fixed,
        Map<String, String> words) {

    /// Words that stand for no kind of activity.
    static final String PERSON = "person";
    static final String DELETED = "deleted";
    static final String IGNORED = "ignored";

    static Meaning of(Connection connection) {
        var where = new EnumMap<Part, Where>(Part.class);
        for (var part : Part.values()) {
            var given = connection.setting(part.key());
            where.put(part, given.isEmpty() ? part.usually() : Where.of(given));
        }
        var words = new HashMap<String, String>();
        for (var pair : connection.list("kinds")) {
            var divided = pair.lastIndexOf('=');
            if (divided > 0) {
                words.put(word(pair.substring(0, divided)), word(pair.substring(divided + 1)));
            }
        }
        var system = connection.setting("system");
        return new Meaning(
                "webhook:" + (system.isEmpty() ? Long.toString(connection.id()) : system),
                connection.setting("each"),
                where,
                kind(connection.setting("kind")).orElse(null),
                words);
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// A kind by its exact name.
    private static Optional<Kind> kind(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Kind.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // then it says where the kind stands
        }
    }

    /// What is wrong with the form itself; empty when nothing is.
    Optional<String> wrong(List<String> pairs) {
        for (var pair : pairs) {
            var ours = pair.substring(pair.lastIndexOf('=') + 1).strip();
            if (!pair.contains("=") || (!isOurs(ours) && kind(ours).isEmpty())) {
                return Optional.of(
                        "%s in kinds must be like door_opened=attendance, with one of our kinds, or %s, %s or %s."
                                .formatted(pair, PERSON, DELETED, IGNORED));
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(String word) {
        return List.of(PERSON, DELETED, IGNORED).contains(word(word));
    }

    String text(Part part, Where.Row row) {
        return where.getOrDefault(part, part.usually()).in(row);
    }

    /// What a row does, in our words: a kind's key, or one of those that stand for none.
    ///
    /// @return empty when that cannot be known
    Optional<String> done(Where.Row row) {
        if (fixed != null) {
            return Optional.of(fixed.key());
        }
        var theirs = word(text(Part.KIND, row));
        var said = words.get(theirs);
        if (said != null) {
            return Optional.of(said);
        }
        if (theirs.matches(".*(deleted?|removed|destroyed)$")) {
            return Optional.of(DELETED);
        }
        return theirs.isEmpty() ? Optional.empty() : KindWords.of(theirs).map(Kind::key);
    }
}
