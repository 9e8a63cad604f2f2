package org.folkmoot.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.PolicyFactory;

/// The wall between foreign HTML and our pages.
final class SafeHtml {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?://[^\\s/]|mailto:[^\\s])\\S*");

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "b",
                            "strong",
                            "i",
                            "em",
                            "u",
                            "s",
                            "del",
                            "ins",
                            "code",
                            "pre",
                            "kbd",
                            "samp",
                            "sub",
                            "sup",
                            "small",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "dl",
                            "dt",
                            "dd",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "details",
                            "summary",
                            "bdi",
                            "mark")
                    // a page has its own headings
                    .allowElements((_, _) -> "h4", "h1", "h2", "h3", "h4", "h5", "h6")
                    .allowElements(SafeHtml::outward, "a")
                    .allowAttributes("href")
                    .matching(ADDRESS)
                    .onElements("a")
                    .allowUrlProtocols("http", "https", "mailto")
                    .requireRelsOnLinks("noopener", "noreferrer", "nofollow", "ugc")
                    .withPreprocessor(PicturesAsLinks::new)
                    .toFactory();

    private static final Set<String> BESIDE = Set.of("details", "small", "pre", "table");
    private static final Set<String> WITHIN_LINE =
            Set.of(
                    "b", "strong", "i", "em", "u", "s", "del", "ins", "code", "kbd", "samp", "sub",
                    "sup", "bdi", "mark", "a");

    private SafeHtml() {}

    static String sanitize(String html) {
        return POLICY.sanitize(html);
    }

    private static @Nullable String outward(String name, List<String> attributes) {
        if (!attributes.contains("href")) {
            return "bdi";
        }
        attributes.add("target");
        attributes.add("_blank");
        return name;
    }

    /// The words of safe HTML in one line, leaving out what stands beside them (quotes folded away,
    /// signatures, listings) as long as anything is left.
    static String words(String safe) {
        var main = words(safe, BESIDE);
        return main.isEmpty() ? words(safe, Set.of()) : main;
    }

    private static String words(String safe, Set<String> without) {
        var words = new StringBuilder();
        HtmlSanitizer.sanitize(
                safe,
                new HtmlSanitizer.Policy() {
                    private int left;

                    @Override
                    public void openDocument() {}

                    @Override
                    public void closeDocument() {}

                    @Override
                    public void openTag(String name, List<String> attributes) {
                        left += without.contains(name) ? 1 : 0;
                        words.append(WITHIN_LINE.contains(name) ? "" : " ");
                    }

                    @Override
                    public void closeTag(String name) {
                        left -= without.contains(name) ? 1 : 0;
                        words.append(WITHIN_LINE.contains(name) ? "" : " ");
                    }

                    @Override
                    public void text(String text) {
                        words.append(left > 0 ? "" : text);
                    }
                });
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    /// Pictures, sounds and frames are named and linked, never loaded.
    @SuppressWarnings("try") // there is nothing to close
    private static final class PicturesAsLinks extends HtmlStreamEventReceiverWrapper {

        private static final Set<String> REMOTE =
                Set.of("img", "video", "audio", "iframe", "embed", "source", "image");

        PicturesAsLinks(HtmlStreamEventReceiver next) {
            super(next);
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            if (!REMOTE.contains(name)) {
                underlying.openTag(name, attributes);
                return;
            }
            var alt = value(attributes, "alt");
            if (value(attributes, "class").contains("emoji")) {
                underlying.text(alt);
                return;
            }
            var what = name.equals("img") || name.equals("image") ? "image" : name;
            underlying.openTag(
                    "a", new java.util.ArrayList<>(List.of("href", value(attributes, "src"))));
            underlying.text(alt.isBlank() ? what : what + ": " + alt.strip());
            underlying.closeTag("a");
        }

        @Override
        public void closeTag(String name) {
            if (!REMOTE.contains(name)) {
                underlying.closeTag(name);
            }
        }

        @Override
        public void close() {
            // holds nothing of its own
        }

        private static String value(List<String> attributes, String name) {
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                if (attributes.get(i).equalsIgnoreCase(name)) {
                    return attributes.get(i + 1);
                }
            }
            return "";
        }
    }
}
