package org.folkmoot.web;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/// Markdown as forums and code hosts write it, with tables, struck-out text and bare addresses.
/// HTML in it is passed on to the sanitizer.
final class Markdown {

    private static final List<Extension> MORE =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(MORE).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(MORE).softbreak("<br>").build();
    private static final Pattern MENTION = Pattern.compile("<@!?(\\w{1,40})>");

    /// Longer texts are shown as they stand: what the parser takes can grow with the square of
    /// this.
    private static final int LONGEST = 20_000;

    private Markdown() {}

    static String toHtml(String text, Function<String, @Nullable String> people) {
        if (text.length() > LONGEST) {
            return PlainText.toHtml(text);
        }
        try {
            var document = PARSER.parse(text);
            document.accept(
                    new AbstractVisitor() {
                        @Override
                        public void visit(Text words) {
                            words.setLiteral(named(words.getLiteral(), people));
                        }
                    });
            return RENDERER.render(document);
        } catch (StackOverflowError e) {
            // nested tens of thousands deep, which only an attack is
            return PlainText.toHtml(text);
        }
    }

    private static String named(String words, Function<String, @Nullable String> people) {
        return words.indexOf('<') < 0
                ? words
                : MENTION.matcher(words)
                        .replaceAll(
                                found -> {
                                    var name = people.apply(found.group(1));
                                    return java.util.regex.Matcher.quoteReplacement(
                                            "@" + (name == null ? found.group(1) : name));
                                });
    }
}
