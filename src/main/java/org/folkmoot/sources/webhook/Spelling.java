package org.folkmoot.sources.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Under which names programs tell the same thing: `user_id`, `userId`, `data.user_id`.
final class Spelling {

    private static final List<String> PEOPLE =
            List.of(
                    "user",
                    "member",
                    "person",
                    "author",
                    "actor",
                    "sender",
                    "contact",
                    "attendee",
                    "customer",
                    "account",
                    "employee");
    private static final List<String> WITHIN =
            List.of("", "data.", "event.", "payload.", "data.object.");

    private Spelling() {}

    /// @param names divided by commas; `?` stands for each word for a person
    static List<String> all(String names) {
        return Arrays.stream(names.split(", ", -1)).flatMap(n -> one(n).stream()).toList();
    }

    private static List<String> one(String name) {
        if (name.startsWith("?")) {
            return PEOPLE.stream().flatMap(p -> one(p + name.substring(1)).stream()).toList();
        }
        if (name.startsWith("@")) {
            return List.of(name);
        }
        var all = new ArrayList<String>();
        for (var within : WITHIN) {
            all.add(within + name);
            if (name.contains("_")) {
                all.add(within + camel(name));
            }
        }
        return all;
    }

    private static String camel(String name) {
        var words = name.split("_", -1);
        var out = new StringBuilder(words[0]);
        for (var word : Arrays.asList(words).subList(1, words.length)) {
            var first = Math.min(1, word.length());
            out.append(word.substring(0, first).toUpperCase(Locale.ROOT))
                    .append(word.substring(first));
        }
        return out.toString();
    }
}
