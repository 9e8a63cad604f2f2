package org.folkmoot.connectors.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What the API tells is the same as what an export of the same site tells.
class WordpressAnswersTests {

    private static final String EXPORT =
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Engine Notes</title><link>https://Blog.example.org</link><description>Of engines</description>
            <wp:base_blog_url>https://Blog.example.org</wp:base_blog_url>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login>Ada.L</wp:author_login><wp:author_email>ada@example.org</wp:author_email></wp:author>
            <item><title>First &amp; last</title><link>https://blog.example.org/first/</link><dc:creator>Ada.L</dc:creator>
             <content:encoded><![CDATA[<!-- wp:paragraph --><p>Hello</p>]]></content:encoded><excerpt:encoded/>
             <wp:post_id>10</wp:post_id><wp:post_date_gmt>2024-01-01 10:00:00</wp:post_date_gmt><wp:post_modified_gmt>2024-01-02 10:00:00</wp:post_modified_gmt>
             <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category">News</category><category domain="post_tag">Tea</category>
             <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Grace</wp:comment_author><wp:comment_author_email>Grace@example.org</wp:comment_author_email>
               <wp:comment_date_gmt>2024-01-01 12:00:00</wp:comment_date_gmt><wp:comment_content>Nice</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
             <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author>Ada</wp:comment_author><wp:comment_date_gmt>2024-01-01 13:00:00</wp:comment_date_gmt>
               <wp:comment_content>Thanks</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent><wp:comment_user_id>2</wp:comment_user_id></wp:comment>
             <wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>Zoe</wp:comment_author><wp:comment_date_gmt>2024-01-01 14:00:00</wp:comment_date_gmt>
               <wp:comment_content>Hm</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_user_id>9</wp:comment_user_id></wp:comment>
            </item></channel></rss>
            """;

    private static final String USER =
            "{'id':2,'username':'Ada.L','slug':'ada-l','name':'Ada','email':'ada@example.org','roles':['editor']}";
    private static final String POST =
            """
            {'id':10,'date_gmt':'2024-01-01T10:00:00','modified_gmt':'2024-01-02T10:00:00','status':'publish','type':'post','author':2,
             'link':'https://blog.example.org/first/','title':{'raw':'First & last','rendered':'First &amp; last'},
             'content':{'raw':'<!-- wp:paragraph --><p>Hello</p>','rendered':'<p>Hello</p>'},'excerpt':{'raw':'','rendered':'<p>Hello</p>'},
             '_embedded':{'wp:term':[[{'taxonomy':'category','name':'News'}],[{'taxonomy':'post_tag','name':'Tea'}]]}}
            """;
    private static final String COMMENT =
            """
            {'id':%d,'post':10,'parent':%d,'author':%d,'author_name':'%s','author_email':'%s','author_url':'','date_gmt':'2024-01-01T%d:00:00',
             'content':{'raw':'%s','rendered':'<p>%s</p>'},'link':'https://blog.example.org/first/#comment-%d','status':'approved','type':'comment'}
            """;

    @TempDir Path folder;

    @Test
    void theSameSiteIsToldTheSame() throws IOException {
        var export = Given.read(new WordpressFormat(), Given.file(folder, "w.xml", EXPORT));
        var live = new Found.Basket();
        var answers =
                new WordpressAnswers(
                        "https://Blog.example.org/",
                        "Engine Notes",
                        "Of engines",
                        new HashMap<>(),
                        live);
        assertThat(answers.user(JsonMapper.shared().readTree(USER.replace('\'', '"'))))
                .isEqualTo("Ada.L");
        answers.post(JsonMapper.shared().readTree(POST.replace('\'', '"')), "posts");
        comment(answers, 1, 0, 0, "Grace", "Grace@example.org", 12, "Nice");
        comment(answers, 2, 1, 2, "Ada", "ada@example.org", 13, "Thanks");
        comment(answers, 3, 0, 9, "Zoe", "", 14, "Hm");

        assertThat(live.all(Deed.class)).isEqualTo(export.all(Deed.class));
        assertThat(live.all(Found.Origin.class)).isEqualTo(export.all(Found.Origin.class));
        assertThat(live.all(Found.Place.class))
                .extracting(Found.Place::source, Found.Place::id)
                .isEqualTo(
                        export.all(Found.Place.class).stream()
                                .map(p -> org.assertj.core.groups.Tuple.tuple(p.source(), p.id()))
                                .toList());
        assertThat(live.all(Person.class))
                .extracting(Person::id)
                .isEqualTo(export.all(Person.class).stream().map(Person::id).toList());
    }

    private static void comment(
            WordpressAnswers answers,
            long id,
            long parent,
            long author,
            String name,
            String email,
            int hour,
            String text) {
        var told = COMMENT.formatted(id, parent, author, name, email, hour, text, text, id);
        answers.comment(JsonMapper.shared().readTree(told.replace('\'', '"')), null, "comments");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithItsReason() {
        var live = new Found.Basket();
        var answers = new WordpressAnswers("https://x.example", "", "", new HashMap<>(), live);
        answers.post(JsonMapper.shared().readTree("{\"id\":1,\"date_gmt\":null}"), "posts");
        answers.comment(JsonMapper.shared().readTree("{\"content\":null}"), null, "comments");
        assertThat(live.all(Found.Refused.class))
                .extracting(Found.Refused::reason)
                .containsExactly(
                        "This post has no id or no date that can be read.",
                        "This comment has no id or no date that can be read.");
    }
}
