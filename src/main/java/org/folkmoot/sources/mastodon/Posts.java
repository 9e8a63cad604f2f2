package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;

/// Finds on this instance the post that is meant, by its address, which is the same everywhere.
final class Posts {

    private static final Pattern OURS =
            Pattern.compile(
                    "https?://([^/]+)/(?:users/[^/]+/statuses|@[^/]+|ap/users/[^/]+/statuses)/(\\w+)");
    private static final Pattern URI =
            Pattern.compile("(https?://.+?)(?:/(?:reblog|favourite)/[^/]+)?");
    private static final List<String> WIDE = List.of("public", "unlisted", "private", "direct");

    private Posts() {}

    /// Mastodon has no titles: one comes first.
    static String said(Act act) {
        return act.title().isBlank() ? act.text() : act.title() + "\n\n" + act.text();
    }

    /// A post's number on this instance, encoded.
    static String number(MastodonApi api, Act act) {
        var uri = uri(act);
        var ours = OURS.matcher(uri);
        if (ours.matches() && ours.group(1).equals(Names.of(api.line()).domain())) {
            return ours.group(2);
        }
        return Ask.part(text(searched(api, uri), "id"));
    }

    static JsonNode answered(MastodonApi api, Act act) {
        var uri = uri(act);
        var ours = OURS.matcher(uri);
        return ours.matches() && ours.group(1).equals(Names.of(api.line()).domain())
                ? api.done(api.get("/api/v1/statuses/" + ours.group(2)))
                : searched(api, uri);
    }

    private static String uri(Act act) {
        var uri = URI.matcher(act.target());
        if (!uri.matches()) {
            throw new IllegalArgumentException("This is no post: it has no address.");
        }
        return uri.group(1);
    }

    /// The instance fetches what it does not know yet.
    private static JsonNode searched(MastodonApi api, String uri) {
        var ask = api.get("/api/v2/search?type=statuses&resolve=true&limit=1").query("q", uri);
        var found = api.done(ask).path("statuses").path(0);
        if (!found.isObject()) {
            throw new IllegalArgumentException("The instance does not find this post.");
        }
        return found;
    }

    /// An answer is never shown to more people than what it answers.
    static String narrower(String one, String other) {
        return WIDE.indexOf(other) > WIDE.indexOf(one) ? other : one;
    }

    /// Letters and digits alone: an instance makes HTML of what it is given.
    static String words(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
