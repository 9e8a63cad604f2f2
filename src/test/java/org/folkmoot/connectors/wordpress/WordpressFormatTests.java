package org.folkmoot.connectors.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordpressFormatTests {

    private static final String START =
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Engine Notes</title><link>https://blog.example.org</link><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://blog.example.org</wp:base_site_url><wp:base_blog_url>https://blog.example.org</wp:base_blog_url>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_email>ada@example.org</wp:author_email>
              <wp:author_display_name><![CDATA[Ada L]]></wp:author_display_name></wp:author>
            """;

    private static final String ITEMS =
            """
            <item><title>First</title><link>https://blog.example.org/first</link><dc:creator>ada</dc:creator>
             <content:encoded><![CDATA[<p>Hello <b>all</b></p>]]></content:encoded><excerpt:encoded/>
             <wp:post_id>10</wp:post_id><wp:post_date>2024-01-01 11:00:00</wp:post_date><wp:post_date_gmt>2024-01-01 10:00:00</wp:post_date_gmt>
             <wp:post_modified_gmt>2024-01-02 10:00:00</wp:post_modified_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:is_sticky>1</wp:is_sticky>
             <category domain="category" nicename="news">News</category><category domain="post_tag" nicename="x">Engines</category>
             <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Grace</wp:comment_author><wp:comment_author_email>Grace@example.org</wp:comment_author_email>
               <wp:comment_date_gmt>2024-01-01 12:00:00</wp:comment_date_gmt><wp:comment_content>Nice</wp:comment_content><wp:comment_approved>1</wp:comment_approved>
               <wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>
             <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author>Ada L</wp:comment_author><wp:comment_date_gmt>0000-00-00 00:00:00</wp:comment_date_gmt>
               <wp:comment_content>Thanks</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent><wp:comment_user_id>2</wp:comment_user_id></wp:comment>
             <wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>Mallory</wp:comment_author><wp:comment_date_gmt>2024-01-01 13:00:00</wp:comment_date_gmt>
               <wp:comment_content>Buy!</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment>
             <wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_author>Other blog</wp:comment_author><wp:comment_author_url>https://o.example</wp:comment_author_url>
               <wp:comment_date_gmt>2024-01-01 14:00:00</wp:comment_date_gmt><wp:comment_content>[...]</wp:comment_content><wp:comment_approved>1</wp:comment_approved>
               <wp:comment_type>pingback</wp:comment_type></wp:comment>
            </item>
            <item><title>Draft</title><wp:post_id>11</wp:post_id><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title>Pic</title><wp:post_id>12</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
            <item><title>About</title><dc:creator>zoë</dc:creator><wp:post_id>13</wp:post_id><wp:post_date>2024-02-01 10:00:00</wp:post_date>
              <wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
            <item><title>Undated</title><wp:post_id>14</wp:post_id><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
            """;

    @TempDir Path folder;

    @Test
    void postsPagesCommentsAndAuthorsAreRead() throws IOException {
        var path = Given.file(folder, "w.xml", START + ITEMS + "</channel></rss>");
        assertThat(Given.recognises(new WordpressFormat(), path)).isTrue();

        var found = Given.read(new WordpressFormat(), path);

        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .containsExactly("10", "c1", "c2", "c4", "13");
        assertThat(found.all(Deed.class))
                .extracting(Deed::kind)
                .containsExactly(
                        Kind.ARTICLE, Kind.COMMENT, Kind.COMMENT, Kind.SYSTEM_NOTE, Kind.ARTICLE);
        assertThat(found.all(Deed.class))
                .extracting(Deed::who)
                .containsExactly("ada", "guest:grace@example.org", "ada", null, "zoë");
        assertThat(found.all(Deed.class))
                .extracting(Deed::parent)
                .containsExactly(null, "10", "c1", "10", null);
        var first = found.all(Deed.class).getFirst();
        assertThat(first.source()).isEqualTo("wordpress:blog.example.org");
        assertThat(first.edited()).isEqualTo(Instant.parse("2024-01-02T10:00:00Z"));
        assertThat(first.facts())
                .containsEntry("categories", "News")
                .containsEntry("tags", "Engines");
        assertThat(found.all(Deed.class).get(2).inferred()).isTrue();
        assertThat(found.all(Mark.class)).extracting(Mark::what).containsExactly(Mark.What.PINNED);
        assertThat(found.all(Person.class))
                .extracting(Person::id)
                .containsExactly("ada", "guest:grace@example.org", "zoë");
        assertThat(found.all(Refused.class))
                .extracting(Refused::reason)
                .containsExactly("This post has no date that can be read.");
    }

    @Test
    void whatStandsBeforeBrokenXmlIsKept() throws IOException {
        var found =
                Given.read(
                        new WordpressFormat(),
                        Given.file(folder, "w.xml", START + ITEMS + "<item><title>Cut"));

        assertThat(found.all(Deed.class)).hasSize(5);
        assertThat(found.all(Refused.class)).hasSize(2);
        assertThat(found.all(Refused.class).getLast().line()).isGreaterThan(25);
    }

    @Test
    void readingGoesOnBelowAPostThatIsNoXml() throws IOException {
        var post =
                "<item><title>%1$s</title><wp:post_id>%2$s</wp:post_id><guid>https://blog.example.org/?p=%1$s</guid>\n<content:encoded><![CDATA[%3$s]]></content:encoded><wp:post_date_gmt>2024-02-0%1$s 10:00:00</wp:post_date_gmt>\n<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n";
        var found =
                Given.read(
                        new WordpressFormat(),
                        Given.file(
                                folder,
                                "w.xml",
                                START
                                        + post.formatted(1, 1, "One")
                                        + post.formatted(2, 2, "<![CDATA[nested]]> & cut")
                                        + post.formatted(3, "", "Three")
                                        + post.formatted(4, 4, "]]></b>")
                                        + post.formatted(5, 5, "Five")
                                        + "</channel></rss>"));

        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .containsExactly("1", "https://blog.example.org/?p=3", "5");
        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(12L, 18L);
    }

    @Test
    void commentsOfAPostWithoutADateAreRead() throws IOException {
        var found =
                Given.read(
                        new WordpressFormat(),
                        Given.file(
                                folder,
                                "w.xml",
                                START
                                        + "<item><wp:post_id>7</wp:post_id><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_date_gmt>2024-01-01 12:00:00</wp:comment_date_gmt><wp:comment_content>Nice</wp:comment_content></wp:comment></item></channel></rss>"));
        assertThat(found.all(Refused.class)).hasSize(1);
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(comment -> assertThat(comment.parent()).isEqualTo("7"));
    }

    @Test
    void forbiddenCharactersDoNotStopTheReading() throws IOException {
        var found =
                Given.read(
                        new WordpressFormat(),
                        Given.file(
                                folder,
                                "w.xml",
                                START
                                        + ITEMS.replace("Hello", "He\u0008llo\0")
                                        + "</channel></rss>"));

        assertThat(found.all(Deed.class).getFirst().text()).isEqualTo("<p>Hello <b>all</b></p>");
        assertThat(found.all(Deed.class)).hasSize(5);
    }

    @Test
    void entitiesOfTheFilesOwnAreNeverResolved() throws IOException {
        var secret = Given.file(folder, "secret.txt", "top secret");
        var bomb =
                START.replace(
                        "<rss",
                        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \""
                                + secret.toUri()
                                + "\">]><rss");
        for (var entity : new String[] {"&b;", "&x;"}) {
            var found =
                    Given.read(
                            new WordpressFormat(),
                            Given.file(
                                    folder,
                                    "w.xml",
                                    bomb
                                            + ITEMS.replace("<title>About", "<title>" + entity)
                                            + "</channel></rss>"));

            assertThat(found.all().toString()).doesNotContain("top secret").doesNotContain("aaaa");
            assertThat(found.all(Refused.class)).isNotEmpty();
            assertThat(found.all(Deed.class)).hasSizeGreaterThanOrEqualTo(4);
        }
    }
}
