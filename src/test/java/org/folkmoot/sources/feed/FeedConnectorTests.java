package org.folkmoot.sources.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.feed.FeedReading;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedConnectorTests extends ConnectorContract {

    private static final int AT_ONCE = 3;

    private final TreeMap<Integer, String> articles = new TreeMap<>();
    private String path = "/feed";
    private String tag = "\"1\"";
    private String more = "";
    private boolean paged = true;
    private String since = "";

    @TempDir Path folder;

    FeedConnectorTests() {
        for (int n = 1; n <= 8; n++) {
            articles.put(n, "Words " + n);
        }
    }

    @Override
    protected Connector connector() {
        return new FeedConnector();
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base + path, "since", since);
    }

    @Override
    protected Answer tooMuch() {
        return Answer.of(503, "busy").with("Retry-After", "Mon, 03 Mar 2031 11:00:00 GMT");
    }

    @Override
    protected Instant until() {
        return Instant.parse("2031-03-03T11:00:00Z");
    }

    @Override
    protected Answer answer(Asked asked) {
        if (asked.path().equals("/blog")) {
            return xml(
                    "<!doctype html><html><head><link rel=alternate type=\"application/rss+xml\" href=\"/feed?a=1&amp;b=2\"></head><body>Hello</body></html>",
                    "text/html");
        }
        if (tag.equals(asked.headers().get("if-none-match"))) {
            return new Answer(304, Map.of("ETag", tag), new byte[0]);
        }
        return xml(feed(asked.number("page", 1)), "application/rss+xml; charset=UTF-8")
                .with("ETag", tag)
                .with("Last-Modified", "Mon, 03 Mar 2031 09:00:00 GMT");
    }

    private static Answer xml(String text, String type) {
        return new Answer(200, Map.of("Content-Type", type), text.getBytes(UTF_8));
    }

    private String feed(int page) {
        var items = new StringBuilder();
        articles.descendingMap().entrySet().stream()
                .skip((page - 1L) * AT_ONCE)
                .limit(AT_ONCE)
                .forEach(
                        a ->
                                items.append(
                                        "<item><title>Article %d</title><guid>a%d</guid><dc:creator>Zoë</dc:creator><pubDate>Mon, 0%d Jan 2024 10:00:00 GMT</pubDate><description>%s</description></item>"
                                                .formatted(
                                                        a.getKey(),
                                                        a.getKey(),
                                                        a.getKey(),
                                                        a.getValue())));
        var next = paged && page * AT_ONCE < articles.size();
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
          xmlns:at="http://purl.org/atompub/tombstones/1.0"><channel><title>Notes</title><link>https://notes.example.org/</link><description>d</description>
        %s%s%s</channel></rss>
        """
                .formatted(
                        next
                                ? "<atom:link rel=\"next\" href=\"/feed?page=%d\"/>"
                                        .formatted(page + 1)
                                : "",
                        more,
                        items);
    }

    private static List<Deed> deeds(List<Found> found) {
        return found.stream().filter(Deed.class::isInstance).map(Deed.class::cast).toList();
    }

    @Test
    void allPagesOfAFeedAreReadAtFirst() {
        var first = round("");
        assertThat(ids(first.found()))
                .containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8");
        assertThat(first.pages()).isEqualTo(3);
        assertThat(deeds(first.found()))
                .allMatch(d -> d.source().equals("feed:notes.example.org"))
                .allMatch(d -> "zoë".equals(d.who()));
        vendor().forget();
        assertThat(round(first.next()).found()).isEmpty();
        assertThat(vendor().asked())
                .singleElement()
                .satisfies(
                        asked ->
                                assertThat(asked.headers())
                                        .containsEntry("if-none-match", "\"1\"")
                                        .containsEntry(
                                                "if-modified-since",
                                                "Mon, 03 Mar 2031 09:00:00 GMT"));
    }

    @Test
    void aSavedFeedIsToldTheSame() throws Exception {
        paged = false;
        var saved = FeedReading.of(Given.file(folder, "f.xml", feed(1)));
        assertThat(deeds(all(""))).isEqualTo(saved.all(Deed.class));
    }

    @Test
    void whatIsNewChangedOrTakenBackIsFound() {
        var first = round("");
        tag = "\"2\"";
        articles.put(9, "New");
        articles.put(8, "Other words");
        more = "<at:deleted-entry ref=\"a7\" when=\"2031-03-03T09:00:00Z\"/>";
        var second = round(first.next());
        assertThat(second.pages()).isEqualTo(1);
        assertThat(ids(second.found())).containsExactly("a7", "a8", "a9");
        assertThat(deed(second.found(), "a8").text()).contains("Other words");
        assertThat(second.found())
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("a7");
    }

    @Test
    void nothingBeforeWhatIsWantedIsRead() {
        since = "2024-01-05";
        var first = round("");
        assertThat(ids(first.found())).containsExactly("a5", "a6", "a7", "a8");
        assertThat(first.pages()).isEqualTo(2);
    }

    @Test
    void aPageNamesItsFeed() {
        path = "/blog";
        assertThat(ids(all(""))).hasSize(8);
        assertThat(vendor().asked().get(1).query()).containsEntry("b", List.of("2"));
    }

    @Test
    void nothingLeadsToAnotherHost() {
        more = "<atom:link rel=\"prev-archive\" href=\"https://elsewhere.example/feed\"/>";
        paged = false;
        assertThat(round("").pages()).isEqualTo(1);
    }

    @Test
    void whoeverIsCutOffAnywhereGoesOnThere() {
        var found = new TreeSet<String>();
        var cursor = "";
        for (boolean on = true; on; ) {
            pull(cursor);
            var caught = (Pull.Caught) pull(cursor);
            found.addAll(ids(caught.page()));
            cursor = caught.next();
            on = caught.more();
        }
        assertThat(found).hasSize(8);
    }

    @Test
    void aFeedThatMovedIsFollowedAndOneThatIsGoneIsSaidToBe() {
        vendor().instead(
                        asked ->
                                asked.path().equals("/feed") && asked.query().isEmpty()
                                        ? new Answer(
                                                301, Map.of("Location", "/moved?x=1"), new byte[0])
                                        : null);
        assertThat(ids(((Pull.Caught) pull("")).page())).hasSize(AT_ONCE);
        vendor().instead(_ -> Answer.of(410, ""));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class, why -> assertThat(why.why()).contains("gone"));
        vendor().instead(_ -> xml("<!doctype html><p>Hello", "text/html"));
        assertThat(pull("")).isInstanceOf(Pull.Unreachable.class);
    }

    @Test
    void theCharsetIsThatOfTheServerOrOfTheFeed() {
        var latin =
                feed(3).replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                        .getBytes(ISO_8859_1);
        vendor().instead(
                        _ -> new Answer(200, Map.of("Content-Type", "application/rss+xml"), latin));
        assertThat(deeds(((Pull.Caught) pull("")).page())).allMatch(d -> "zoë".equals(d.who()));
    }

    @Test
    void whatIsNoAddressIsSaidSo() {
        for (var wrong :
                List.of(
                        "notes",
                        "ftp://notes.example.org/f",
                        "https://a:b@notes.example.org/",
                        "https://a b/")) {
            assertThat(
                            connector()
                                    .wrongWith(
                                            new Connection(1, Map.of("base-url", wrong), Map.of())))
                    .isPresent();
        }
        var query = "https://notes.example.org/?feed=rss2";
        assertThat(connector().wrongWith(new Connection(1, Map.of("base-url", query), Map.of())))
                .isEmpty();
    }
}
