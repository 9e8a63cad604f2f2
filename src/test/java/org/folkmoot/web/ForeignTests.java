package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.web.Foreign.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignTests {

    private static final Map<String, String> PEOPLE =
            Map.of("U1", "Ada Lovelace", "U2", "<img src=x onerror=alert(1)>", "42", "山田花子");

    /// Tags of ours that stand without attributes, and links of one fixed form: nothing else may be
    /// markup.
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "</?(p|br|hr|b|strong|i|em|u|s|del|ins|code|pre|kbd|samp|sub|sup|small|blockquote|ul|ol|li|dl|dt|dd"
                            + "|table|thead|tbody|tr|th|td|details|summary|bdi|mark|h4)( /)?>|</a>"
                            + "|<a href=\"(https?://|mailto:)[^\"<>]*\" target=\"_blank\" rel=\"[a-z ]*\">");

    private static String shown(Markup markup, String text) {
        var out = new StringOutput();
        Foreign.of(markup, text, PEOPLE::get).writeTo(out);
        return out.toString();
    }

    private static String line(Markup markup, String text, int most) {
        var out = new StringOutput();
        Foreign.line(markup, text, PEOPLE::get, most).writeTo(out);
        return out.toString();
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                        "<script>alert(1)</script>",
                        "<scr<script>ipt>alert(1)</scr</script>ipt>",
                        "<img src=x onerror=alert(1)>",
                        "<img src='https://evil.example/pixel.gif'>",
                        "<img/src/onerror=alert(1)>",
                        "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
                        "<svg><style><img src=x onerror=alert(1)></style></svg>",
                        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                        "<a href=\"javascript:alert(1)\">x</a>",
                        "<a href=\"&#106;avascript:alert(1)\">x</a>",
                        "<a href=\"java\tscript:alert(1)\">x</a>",
                        "<a href=\" \u0001javascript:alert(1)\">x</a>",
                        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                        "<a href=\"vbscript:msgbox(1)\">x</a>",
                        "<a href=\"//evil.example\">x</a>",
                        "<a href=\"/c/lantern/team/1/removal\">x</a>",
                        "<a href=\"https://a.example\" onclick=\"alert(1)\" style=\"position:fixed\" class=\"btn\">x</a>",
                        "<a href='https://a.example' target='_self' rel='opener'>x</a>",
                        "<iframe src=\"https://evil.example\"></iframe>",
                        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                        "<object data=\"x.swf\"></object><embed src=\"javascript:alert(1)\">",
                        "<form action=\"/sign-out\"><button formaction=\"javascript:alert(1)\">Go</button></form>",
                        "<input autofocus onfocus=alert(1)>",
                        "<style>body{display:none}</style><link rel=stylesheet href=//evil.example/x.css>",
                        "<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=//evil.example\">",
                        "<div style=\"background:url(javascript:alert(1))\">x</div>",
                        "<details open ontoggle=alert(1)>x</details>",
                        "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
                        "</p></div></main></body><h1>ours now</h1>",
                        "<!-- --!><script>alert(1)</script> -->",
                        "<![CDATA[<script>alert(1)</script>]]>",
                        "<template><script>alert(1)</script></template>",
                        "<p hx-get=\"/c/x/team\" hx-trigger=\"load\" data-card=\"/x\" id=\"content\" popover>x</p>",
                        "[x](javascript:alert(1))",
                        "[x](data:text/html;base64,PHNjcmlwdD4=)",
                        "[x](<javascript:alert(1)>)",
                        "![x](https://evil.example/pixel.gif)",
                        "![\" onerror=\"alert(1)](x)",
                        "[x](https://a.example \"\" onclick=\"alert(1)\")",
                        "<javascript:alert(1)>",
                        "<javascript:alert(1)|label>",
                        "<https://a.example\" onclick=\"alert(1)|label>",
                        "<https://a.example|<script>alert(1)</script>>",
                        "<data:text/html,x|label>",
                        "<@U2> <#C1|<script>alert(1)</script>> <!here|<b onclick=x>>",
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;@U1&gt; `<script>alert(1)</script>` ```<script>alert(1)</script>```",
                        "> <script>alert(1)</script>\n>> <img src=x onerror=alert(1)>",
                        "-- \n<script>alert(1)</script>",
                        "https://a.example/\"onmouseover=\"alert(1)",
                        "\uE000<script>\uE001alert(1)</script>\uE000",
                        "| a |\n|---|\n| <script>alert(1)</script> |",
                        "~~<script>~~ *<b onclick=alert(1)>* _<i style=x>_",
                        "\u0000<scr\u0000ipt>alert(1)</script>")
                .flatMap(
                        attack ->
                                Stream.of(Markup.values())
                                        .map(markup -> Arguments.of(markup, attack)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whateverIsWrittenOnlyHarmlessMarkupIsShown(Markup markup, String attack) {
        var rest = HARMLESS.matcher(shown(markup, attack)).replaceAll("");
        assertThat(rest).as("beside harmless markup").doesNotContain("<", ">");
        assertThat(line(markup, attack, 200).replace("<mark>", "").replace("</mark>", ""))
                .doesNotContain("<", ">");
    }

    @Test
    void linksLeaveWithoutTellingWhereFrom() {
        assertThat(shown(Markup.HTML, "<a href='https://a.example/x?a=1&amp;b=2'>there</a>"))
                .startsWith(
                        "<a href=\"https://a.example/x?a&#61;1&amp;b&#61;2\" target=\"_blank\" rel=\"")
                .endsWith("\">there</a>")
                .contains("noopener", "noreferrer", "nofollow", "ugc");
    }

    @Test
    void aPictureIsALinkAndNeverLoadedByItself() {
        assertThat(shown(Markup.MARKDOWN, "![the stage](https://a.example/p.png)"))
                .contains(">image: the stage</a>")
                .doesNotContain("<img");
        assertThat(
                        shown(
                                Markup.HTML,
                                "<a href='https://b.example'><img src='https://a.example/p.png'></a>"))
                .contains("https://a.example/p.png", ">image</a>");
        assertThat(
                        shown(
                                Markup.HTML,
                                "Well done <img class='emoji' alt=':tada:' src='/images/emoji/tada.png'>"))
                .isEqualTo("Well done :tada:");
    }

    @Test
    void slackIsShownAsMeant() {
        assertThat(
                        shown(
                                Markup.SLACK,
                                "*Hi* <@U1>, _see_ <https://a.example/?a=1&amp;b=2|the docs> in <#C9|help> ~now~ `a < b`"))
                .contains("<strong>Hi</strong> <bdi>&#64;Ada Lovelace</bdi>, <em>see</em>")
                .contains(">the docs</a> in <bdi>#help</bdi> <s>now</s> <code>a &lt; b</code>");
        assertThat(shown(Markup.SLACK, "&gt; said\nanswer\n```x &lt; y\n*z*```"))
                .isEqualTo("<blockquote>said</blockquote>answer<pre>x &lt; y\n*z*</pre>");
        assertThat(shown(Markup.SLACK, "snake_case_name and 2*3*4, <@U7|zoe>, <!channel>"))
                .isEqualTo("snake_case_name and 2*3*4, <bdi>&#64;zoe</bdi>, &#64;channel");
    }

    @Test
    void markdownIsShownAsMeant() {
        assertThat(
                        shown(
                                Markup.MARKDOWN,
                                "# Big\n\nSee https://a.example and ~~not~~ **this**, <@42>\n\n| a | b |\n|---|---|\n| 1 | 2 |"))
                .contains(
                        "<h4>Big</h4>",
                        "<del>not</del>",
                        "<strong>this</strong>",
                        "&#64;山田花子",
                        "<td>1</td>")
                .contains("href=\"https://a.example\"");
    }

    @Test
    void quotesOfAMailAreFoldedAndTheSignatureIsSmall() {
        var shown =
                shown(
                        Markup.MAIL,
                        "I agree.\n\n> You said\n>> She said\n> so\n\nBye\n-- \nZoë\nAcme");
        assertThat(shown)
                .startsWith(
                        "<p>I agree.</p><details><summary>Quoted text</summary><blockquote><p>You said</p><details>")
                .contains("<p>She said</p>", "<p>Bye</p>")
                .endsWith("<p><small>Zoë<br />Acme</small></p>");
        assertThat(
                        line(
                                Markup.MAIL,
                                "On 22 Nov 2026, Ada Lindqvist\n<ada@example.org> wrote:\n\n> So?\n\nAny time.",
                                100))
                .isEqualTo("Any time.");
        assertThat(line(Markup.MAIL, "Grace wrote:\nnothing at all", 100))
                .isEqualTo("Grace wrote: nothing at all");
        assertThat(line(Markup.MAIL, "> You said\n\nI agree.\n-- \nZoë", 100))
                .isEqualTo("I agree.");
        assertThat(line(Markup.MAIL, "> only a quote", 100)).contains("only a quote");
    }

    @Test
    void aLineIsCutBetweenWordsAndNeverWithinASign() {
        assertThat(line(Markup.PLAIN, "one two three & four", 10)).isEqualTo("one two…");
        assertThat(line(Markup.PLAIN, "a & b & c", 5)).isEqualTo("a &amp; b…");
        assertThat(line(Markup.PLAIN, "👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", 8)).isEqualTo("👩🏽‍🚀…");
    }

    @Test
    void findsAreMarkedAndMarksAreAlwaysClosed() {
        assertThat(Excerpt.marked("a \uE000<b>\uE001 c")).isEqualTo("a <mark>&lt;b&gt;</mark> c");
        assertThat(Excerpt.marked("\uE001x \uE000y")).isEqualTo("x <mark>y</mark>");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatIsNestedOrRepeatedWithoutEndIsShownInTime(Markup markup, String bomb) {
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> assertThat(shown(markup, bomb)).isNotNull());
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                        ">",
                        "- ",
                        "*",
                        "[",
                        "<b>",
                        "_a ",
                        "*a ",
                        "`",
                        "<div><a href=x>",
                        "![",
                        "~",
                        "<",
                        "\n>")
                .map(s -> s.repeat(60_000 / s.length()))
                .flatMap(
                        bomb ->
                                Stream.of(Markup.values())
                                        .map(markup -> Arguments.of(markup, bomb)));
    }
}
