package org.folkmoot.web;

import gg.jte.Content;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows what others wrote elsewhere, as they meant it and without harm: whatever the markup, the
/// last step is one sanitizer that knows only harmless elements. Nothing remote is loaded by
/// itself: pictures become links.
public final class Foreign {

    /// Marks of a find in a text, as a search puts them in; characters no text of ours holds.
    public static final char FOUND = '\uE000';

    public static final char FOUND_END = '\uE001';

    /// More than this many characters of one text are not shown.
    private static final int LONGEST = 100_000;

    private Foreign() {}

    /// How a text was written where it comes from.
    public enum Markup {
        PLAIN,
        MARKDOWN,
        SLACK,
        HTML,
        MAIL;

        /// By its key (`markdown`); plain for one we do not know.
        public static Markup of(String key) {
            for (var markup : values()) {
                if (markup.name().toLowerCase(Locale.ROOT).equals(key)) {
                    return markup;
                }
            }
            return PLAIN;
        }
    }

    /// The text in full, for a box of the class `foreign`.
    ///
    /// @param people the name of whoever has that id on the platform, null if nobody is known
    public static Content of(
            Markup markup, String text, Function<String, @Nullable String> people) {
        var safe = html(markup, text, people);
        return output -> output.writeContent(safe);
    }

    /// The text in a line: without markup, quotes and signature, cut between words.
    ///
    /// @param most characters; a find that was marked stays marked
    public static Content line(
            Markup markup, String text, Function<String, @Nullable String> people, int most) {
        var line = Excerpt.marked(Excerpt.cut(words(markup, text, people), most));
        return output -> output.writeContent(line);
    }

    /// At most that many characters, cut between words.
    public static String cut(String words, int most) {
        return Excerpt.cut(words, most);
    }

    /// The text's words alone. Not escaped.
    public static String words(
            Markup markup, String text, Function<String, @Nullable String> people) {
        return SafeHtml.words(html(markup, text, people));
    }

    static String html(Markup markup, String text, Function<String, @Nullable String> people) {
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
        return SafeHtml.sanitize(
                switch (markup) {
                    case PLAIN -> PlainText.toHtml(shown);
                    case MARKDOWN -> Markdown.toHtml(shown, people);
                    case SLACK -> SlackText.toHtml(shown, people);
                    case HTML -> shown;
                    case MAIL -> MailText.toHtml(shown);
                });
    }

    /// An address on the web as it may stand in a link; null for any other (`javascript:`,
    /// `data:`).
    public static @Nullable String address(@Nullable String url) {
        return url != null && url.matches("(?i)https?://[^\\s/][^\\s\"<>]*") ? url : null;
    }

    /// A name as a mention, set apart from the direction of the text around it.
    static String mention(String name) {
        return "<bdi>@" + escape(name) + "</bdi>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
