package org.folkmoot.connectors.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.Nullable;

/// The `Key: value` lines at the end of a commit's message, found as git-interpret-trailers(1)
/// finds them: in the last paragraph, if that is no title and holds nothing else, or a sign-off and
/// at least a quarter of such lines.
final class Trailers {

    /// @param key in lower case
    record Trailer(String key, String value) {

        /// What its person did; null if it names none or says nothing of help.
        @Nullable Kind kind() {
            return switch (key) {
                case "co-authored-by", "co-developed-by" -> Kind.CO_AUTHORSHIP;
                case "signed-off-by" -> Kind.SIGN_OFF;
                case "reviewed-by", "acked-by", "tested-by" -> Kind.REVIEW;
                case "helped-by", "suggested-by", "reported-by", "mentored-by" -> Kind.COMMIT_HELP;
                default -> null;
            };
        }
    }

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9-]+)[ \\t]*:[ \\t]*(.*)", Pattern.DOTALL);

    private Trailers() {}

    static List<Trailer> of(String message) {
        var paragraph = lastParagraph(message);
        var found = new ArrayList<Trailer>();
        var others = 0;
        var generated = false;
        for (var line : paragraph) {
            var match = LINE.matcher(line);
            if (line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("(cherry picked from commit ")) {
                generated = true;
            } else if (match.matches()) {
                var key = match.group(1).toLowerCase(Locale.ROOT);
                generated |= key.equals("signed-off-by");
                found.add(new Trailer(key, match.group(2).strip()));
            } else if (!found.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                var last = found.removeLast();
                found.add(new Trailer(last.key(), (last.value() + " " + line.strip()).strip()));
            } else {
                others++;
            }
        }
        return others == 0 || (generated && found.size() * 3 >= others) ? found : List.of();
    }

    /// Its lines; none when the message has but one paragraph.
    private static List<String> lastParagraph(String message) {
        var lines = message.strip().lines().toList();
        var from = lines.size();
        while (from > 0 && !lines.get(from - 1).isBlank()) {
            from--;
        }
        return from == 0 ? List.of() : lines.subList(from, lines.size());
    }
}
