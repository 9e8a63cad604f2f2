package org.folkmoot.connectors.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFormatTests {

    private static final String RSS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Notes</title><link>https://notes.example.org/</link><description>d</description>
            <item><title>One</title><link>https://notes.example.org/1</link><guid>n1</guid><dc:creator>Zoë</dc:creator>
              <pubDate>Mon, 01 Jan 2024 10:00:00 GMT</pubDate><category>tea</category><description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>
              <enclosure url="https://notes.example.org/1.mp3" length="1" type="audio/mpeg"/></item>
            <item><title>Two</title><link>https://notes.example.org/2</link><author>grace@example.org (Grace)</author><pubDate>Tue, 02 Jan 2024 10:00:00 +0100</pubDate></item>
            <item><title>Three</title><description>no id</description><pubDate>Wed, 03 Jan 2024 10:00:00 GMT</pubDate></item>
            <item><title>Four</title><guid>n4</guid><pubDate>someday</pubDate></item>
            </channel></rss>
            """;

    @TempDir Path folder;

    @Test
    void aFeedWithoutItsChannelDoesNotStopTheOthers() throws IOException {
        Given.file(folder, "d/a.xml", "<rss version=\"2.0\"></rss>");
        Given.file(folder, "d/b.xml", RSS);
        var found = Given.read(new FeedFormat(), folder.resolve("d"));
        assertThat(found.all(Refused.class)).extracting(Refused::file).contains("a.xml");
        assertThat(found.all(Deed.class)).hasSize(3);
    }

    @Test
    void articlesComeWithTheirAuthorsAndIds() throws IOException {
        var path = Given.file(folder, "f.xml", RSS);
        assertThat(Given.recognises(new FeedFormat(), path)).isTrue();

        var found = Given.read(new FeedFormat(), path);

        var deeds = found.all(Deed.class);
        assertThat(deeds).hasSize(3);
        assertThat(deeds).extracting(Deed::who).containsExactly("zoë", "grace@example.org", "feed");
        assertThat(deeds.get(0).id()).isEqualTo("n1");
        assertThat(deeds.get(0).text()).isEqualTo("<p>long</p>");
        assertThat(deeds.get(0).files()).containsExactly("https://notes.example.org/1.mp3");
        assertThat(deeds.get(1).id()).isEqualTo("https://notes.example.org/2");
        assertThat(deeds.get(1).at()).isEqualTo(Instant.parse("2024-01-02T09:00:00Z"));
        assertThat(deeds.get(2).id()).startsWith("hash:");
        assertThat(deeds).allMatch(d -> d.source().equals("feed:notes.example.org"));
        assertThat(found.all(Person.class))
                .extracting(p -> p.fields().get("name"))
                .containsExactly("Zoë", "Grace", "Notes");
        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(4L);
        assertThat(Given.read(new FeedFormat(), path).all()).isEqualTo(found.all());
    }

    @Test
    void atomIsReadAlsoInAnotherCharset() throws IOException {
        var atom =
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Zoë</title><id>urn:x</id><link href="https://zoe.example.org/"/><updated>2024-01-05T00:00:00Z</updated>
                <author><name>Zoë</name></author>
                <entry><id>urn:1</id><title>A</title><updated>2024-01-04T00:00:00Z</updated><published>2024-01-03T00:00:00Z</published>
                 <author><name>محمد</name><email>m@example.org</email></author><content type="html">&lt;b&gt;x&lt;/b&gt;</content></entry></feed>
                """
                        .replace("محمد", "&#1605;");
        var found =
                Given.read(
                        new FeedFormat(),
                        Given.file(folder, "a.atom", atom, StandardCharsets.ISO_8859_1));

        var deed = found.all(Deed.class).getFirst();
        assertThat(deed.edited()).isEqualTo(Instant.parse("2024-01-04T00:00:00Z"));
        assertThat(deed.at()).isEqualTo(Instant.parse("2024-01-03T00:00:00Z"));
        assertThat(deed.text()).isEqualTo("<b>x</b>");
        assertThat(found.all(Person.class).getFirst().fields())
                .containsEntry("name", "م")
                .containsEntry("email", "m@example.org");
    }

    private static final String BASED =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" %s><title>Notes</title><id>urn:x</id><link href="%s"/><updated>2024-01-05T00:00:00Z</updated>
            <author><name>Zoë</name></author>
            <entry><id>urn:1</id><title>A</title><updated>2024-01-04T00:00:00Z</updated><link href="../a"/></entry>
            <entry xml:base="https://old.example.org/x/"><id>urn:2</id><title>B</title><updated>2024-01-04T00:00:00Z</updated><link href="b"/></entry></feed>
            """;

    @Test
    void addressesAreToldFromTheBaseOfTheirElement() throws IOException {
        var atom = BASED.formatted("xml:base=\"https://notes.example.org/blog/\"", ".");
        var found =
                Given.read(
                        new FeedFormat(),
                        Given.file(folder, "b.atom", atom, StandardCharsets.UTF_8));
        assertThat(found.all(Deed.class))
                .extracting(Deed::source, Deed::url)
                .containsExactly(
                        tuple("feed:notes.example.org", "https://notes.example.org/a"),
                        tuple("feed:notes.example.org", "https://old.example.org/x/b"));
    }

    @Test
    void withoutAnyTheyAreToldFromWhereTheFeedIs() throws IOException {
        var basket = new Found.Basket();
        FeedAnswers.read(
                BASED.formatted("", "/").getBytes(StandardCharsets.UTF_8),
                "",
                "https://here.example.org/blog/feed.atom",
                basket);
        assertThat(basket.all(Deed.class))
                .extracting(Deed::source, Deed::url)
                .containsExactly(
                        tuple("feed:here.example.org", "https://here.example.org/a"),
                        tuple("feed:here.example.org", "https://old.example.org/x/b"));
    }

    @Test
    void aFeedWithEntitiesOfItsOwnIsRefused() throws IOException {
        var secret = Given.file(folder, "secret.txt", "top secret");
        var found =
                Given.read(
                        new FeedFormat(),
                        Given.file(
                                folder,
                                "x.xml",
                                RSS.replace(
                                                "<rss",
                                                "<!DOCTYPE rss [<!ENTITY x SYSTEM \""
                                                        + secret.toUri()
                                                        + "\">]><rss")
                                        .replace("short", "&x;")));

        assertThat(found.all()).hasSize(1);
        assertThat(found.all(Refused.class).getFirst().reason())
                .startsWith("This is no feed that can be read");
    }

    @Test
    void aBrokenFeedIsRefusedAndTheOthersAreRead() throws IOException {
        Given.file(folder, "b/1.xml", RSS.substring(0, 400));
        Given.file(folder, "b/2.xml", RSS);

        var found = Given.read(new FeedFormat(), folder.resolve("b"));

        assertThat(found.all(Refused.class))
                .extracting(Refused::file)
                .containsExactly("1.xml", "2.xml");
        assertThat(found.all(Deed.class)).hasSize(3);
    }
}
