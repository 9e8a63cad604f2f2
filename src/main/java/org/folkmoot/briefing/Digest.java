package org.folkmoot.briefing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A letter of what happened and who waits, before it is written down in one way or another.
///
/// @param lede the first line, also its subject
/// @param news whether there is anything to say
/// @param home of the community, with scheme and host
record Digest(String community, String lede, boolean news, List<Chapter> chapters, String home) {

    Digest {
        chapters = List.copyOf(chapters);
    }

    record Chapter(String title, List<Line> lines) {

        Chapter {
            lines = List.copyOf(lines);
        }
    }

    /// @param href with scheme and host; null where it leads nowhere
    record Line(String words, @Nullable String href) {}

    String subject() {
        return community + ": " + lede;
    }

    /// As plain text.
    String text() {
        return lede
                + "\n\n"
                + chapters.stream()
                        .map(
                                chapter ->
                                        chapter.title()
                                                + "\n"
                                                + chapter.lines().stream()
                                                        .map(Digest::text)
                                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"))
                + "\nAll of it: "
                + home
                + "/today\n";
    }

    private static String text(Line line) {
        return "- %s%s\n"
                .formatted(flat(line.words()), line.href() == null ? "" : "\n  " + line.href());
    }

    /// As HTML without any style: the reader's mail program has its own.
    String html() {
        return "<p>%s</p>%s<p><a href=\"%s/today\">All of it</a></p>"
                .formatted(
                        escaped(lede),
                        chapters.stream()
                                .map(
                                        chapter ->
                                                "<h2>%s</h2><ul>%s</ul>"
                                                        .formatted(
                                                                escaped(chapter.title()),
                                                                chapter.lines().stream()
                                                                        .map(Digest::html)
                                                                        .collect(
                                                                                Collectors
                                                                                        .joining())))
                                .collect(Collectors.joining()),
                        escaped(home));
    }

    private static String html(Line line) {
        return line.href() == null
                ? "<li>%s</li>".formatted(escaped(line.words()))
                : "<li><a href=\"%s\">%s</a></li>"
                        .formatted(escaped(line.href()), escaped(line.words()));
    }

    /// As Slack and its likes mark text: `*bold*`, `<address|words>`.
    String marked() {
        return "*%s*\n%s\n<%s/today|All of it>"
                .formatted(
                        inMarks(lede),
                        chapters.stream()
                                .map(
                                        chapter ->
                                                "\n*%s*\n%s"
                                                        .formatted(
                                                                inMarks(chapter.title()),
                                                                chapter.lines().stream()
                                                                        .map(Digest::marked)
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        "\n"))))
                                .collect(Collectors.joining("\n")),
                        home);
    }

    private static String marked(Line line) {
        return line.href() == null
                ? "• " + inMarks(line.words())
                : "• <%s|%s>".formatted(line.href(), inMarks(line.words()).replace("|", "/"));
    }

    /// What others wrote never begins a line of its own, nor calls a channel.
    private static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static String inMarks(String words) {
        return flat(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*", "∗");
    }

    private static String escaped(String words) {
        return flat(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
