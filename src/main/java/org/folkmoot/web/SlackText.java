package org.folkmoot.web;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Slack's mrkdwn: `*bold*`, `_italic_`, `~struck~`, code, quotes, `<url|label>`, `<@U123>`.
final class SlackText {

    private static final Pattern BLOCK = Pattern.compile("```(.*?)```", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile(
                    "`(?<code>[^`\\n]+)`|<(?<link>[^<>\\n]+)>"
                            + "|(?<![\\p{L}\\p{N}*])\\*(?<bold>(?=\\S)[^*\\n]*[^*\\s])\\*(?![\\p{L}\\p{N}*])"
                            + "|(?<![\\p{L}\\p{N}_])_(?<slanted>(?=\\S)[^_\\n]*[^_\\s])_(?![\\p{L}\\p{N}_])"
                            + "|(?<![\\p{L}\\p{N}~])~(?<struck>(?=\\S)[^~\\n]*[^~\\s])~(?![\\p{L}\\p{N}~])");
    private static final Pattern OPENS = Pattern.compile("(?i)(https?://|mailto:).*");

    private final Function<String, @Nullable String> people;

    private SlackText(Function<String, @Nullable String> people) {
        this.people = people;
    }

    static String toHtml(String text, Function<String, @Nullable String> people) {
        var slack = new SlackText(people);
        var html = new StringBuilder(text.length() + 64);
        var found = BLOCK.matcher(text);
        var from = 0;
        while (found.find()) {
            slack.lines(text.substring(from, found.start()), html);
            html.append("<pre>").append(plain(found.group(1).strip())).append("</pre>");
            from = found.end();
        }
        slack.lines(text.substring(from), html);
        return html.toString();
    }

    private void lines(String text, StringBuilder html) {
        var quoting = false;
        var rest = false;
        var first = true;
        for (var line : text.strip().split("\n", -1)) {
            var words = line.replaceFirst("^&gt;", ">");
            rest = rest || words.replace("&gt;", ">").startsWith(">>>");
            var quoted = rest || words.startsWith(">");
            if (quoted != quoting) {
                html.append(quoted ? "<blockquote>" : "</blockquote>");
            } else if (!first) {
                html.append("<br>");
            }
            html.append(inline(quoted ? words.replaceFirst("^(>|&gt;){1,3} ?", "") : line, 0));
            quoting = quoted;
            first = false;
        }
        html.append(quoting ? "</blockquote>" : "");
    }

    private String inline(String text, int depth) {
        var html = new StringBuilder(text.length() + 32);
        var found = INLINE.matcher(text);
        var from = 0;
        while (depth < 4 && found.find()) {
            html.append(plain(text.substring(from, found.start()))).append(styled(found, depth));
            from = found.end();
        }
        return html.append(plain(text.substring(from))).toString();
    }

    private String styled(MatchResult found, int depth) {
        if (found.group("code") instanceof String code) {
            return "<code>" + plain(code) + "</code>";
        }
        if (found.group("link") instanceof String link) {
            return reference(link);
        }
        if (found.group("bold") instanceof String bold) {
            return "<strong>" + inline(bold, depth + 1) + "</strong>";
        }
        if (found.group("slanted") instanceof String slanted) {
            return "<em>" + inline(slanted, depth + 1) + "</em>";
        }
        return "<s>" + inline(found.group("struck"), depth + 1) + "</s>";
    }

    /// What stands between `<` and `>`: a person, a channel, a group, a date, an address.
    private String reference(String link) {
        var bar = link.indexOf('|');
        var target = bar < 0 ? link : link.substring(0, bar);
        var label = bar < 0 ? "" : link.substring(bar + 1);
        if (target.startsWith("@")) {
            var known = people.apply(target.substring(1));
            var name = known != null ? known : label.isEmpty() ? target.substring(1) : label;
            return Foreign.mention(unescaped(name).replaceFirst("^@", ""));
        }
        if (target.startsWith("#")) {
            return "<bdi>#" + plain(label.isEmpty() ? target.substring(1) : label) + "</bdi>";
        }
        if (target.startsWith("!")) {
            var word = target.substring(1).toLowerCase(Locale.ROOT);
            return plain(
                    !label.isEmpty() ? label : word.startsWith("subteam") ? "@group" : "@" + word);
        }
        if (!OPENS.matcher(target).matches()) {
            return plain(label.isEmpty() ? "<" + link + ">" : label);
        }
        var shown = label.isEmpty() ? target.replaceFirst("(?i)^mailto:", "") : label;
        return PlainText.link(unescaped(target), unescaped(shown));
    }

    /// Slack escapes three signs itself.
    private static String plain(String text) {
        return Foreign.escape(unescaped(text));
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
