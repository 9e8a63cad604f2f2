package org.folkmoot.sources.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class WordpressConnectorTests extends ConnectorContract {

    private static final String MADE = "2020-01-01T10:%02d:%02d";

    private final Blog blog = new Blog();
    private String since = "";

    WordpressConnectorTests() {
        blog.password = SECRET;
        for (int n = 1; n <= 120; n++) {
            blog.post(n * 3L, MADE.formatted(n / 60, n % 60));
        }
        var page = new Blog.Row(1000, MADE.formatted(3, 0), 0, 0);
        page.text = "About us";
        blog.pages.put(page.id, page);
        for (int n = 1; n <= 230; n++) {
            blog.comment(n, MADE.formatted(5 + n / 60, n % 60), 3, n % 10 == 0 ? n - 1 : 0);
        }
        blog.comment(7).author = 3;
    }

    @Override
    protected Connector connector() {
        return new WordpressConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return blog.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "username", "ada", "since", since);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "slow down").with("Retry-After", "120");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(120);
    }

    private static List<Deed> deeds(List<Found> found) {
        return found.stream().filter(Deed.class::isInstance).map(Deed.class::cast).toList();
    }

    @Test
    void allIsReadOverItsPagesWithTheIdsOfAnExport() {
        var found = all("");
        assertThat(ids(found)).hasSize(120 + 1 + 230).contains("3", "360", "1000", "c1", "c230");
        var post = deed(found, "3");
        assertThat(post.source()).isEqualTo("wordpress:blog.example.org");
        assertThat(post.who()).isEqualTo("Ada.L");
        assertThat(post.kind()).isEqualTo(Kind.ARTICLE);
        assertThat(post.text()).isEqualTo("<p>Post 3</p>");
        assertThat(post.at()).isEqualTo(Instant.parse("2020-01-01T10:00:01Z"));
        assertThat(post.facts()).containsEntry("categories", "News").doesNotContainKey("type");
        assertThat(deed(found, "1000").facts()).containsEntry("type", "page");
        assertThat(deed(found, "c10").parent()).isEqualTo("c9");
        assertThat(deed(found, "c1").parent()).isEqualTo("3");
        assertThat(deed(found, "c1").who()).isEqualTo("guest:mary@example.org");
        assertThat(deed(found, "c7").who()).isEqualTo("grace");
        assertThat(found)
                .filteredOn(Person.class::isInstance)
                .extracting(f -> ((Person) f).id())
                .contains("Ada.L", "grace", "guest:mary@example.org");
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(gone(second.found())).isEmpty();
        assertThat(deeds(second.found())).allMatch(d -> d.edited() == null);
        assertThat(vendor().asked()).hasSizeLessThan(9);
    }

    @Test
    void whatIsNewOrEditedIsFoundAgain() {
        var first = round("");
        blog.post(999, "2020-02-01T10:00:00").text = "<p>New</p>";
        var old = blog.post(3);
        old.text = "<p>Changed</p>";
        old.modified = "2020-02-01T11:00:00";
        blog.comment(229).text = "Said otherwise";
        blog.comment(300, "2020-02-01T12:00:00", 999, 0);
        var second = all(first.next());
        assertThat(ids(second)).contains("999", "3", "c300", "c229");
        assertThat(deed(second, "3").text()).isEqualTo("<p>Changed</p>");
        assertThat(deed(second, "3").edited()).isEqualTo("2020-02-01T11:00:00Z");
        assertThat(deed(second, "c229").text()).contains("Said otherwise");
    }

    @Test
    void aSiteThatKeepsItsCommentsToItselfIsReadWithoutThem() {
        var first = round("");
        for (int status : new int[] {403, 404}) {
            vendor().instead(
                            asked ->
                                    asked.path().contains("/comments")
                                            ? Vendor.Answer.of(
                                                    status, "{\"code\":\"rest_no_route\"}")
                                            : null);
            assertThat(ids(all(""))).hasSize(120 + 1);
            assertThat(gone(all(first.next()))).isEmpty();
        }
    }

    @Test
    void aPostThatWasScheduledKeepsTheTimeItWasWrittenAtAndIsFoundAllTheSame() {
        var post = blog.post(500, "2020-03-01T00:00:00");
        post.modified = "2019-12-01T00:00:00";
        post.status = "future";
        var first = round("");
        assertThat(ids(first.found())).doesNotContain("500");
        post.status = "publish";
        assertThat(ids(all(first.next()))).contains("500");
    }

    @Test
    void whatWasDeletedIsToldFromWhatWasTakenBack() {
        var first = round("");
        blog.posts.remove(30L);
        blog.post(33).status = "trash";
        blog.post(36).status = "draft";
        blog.comments.remove(2L);
        blog.comment(4).status = "spam";
        blog.comment(6).status = "hold";
        var second = round(first.next());
        assertThat(gone(second.found())).containsExactlyInAnyOrder("30", "33", "c2", "c4");
        var waits = deed(second.found(), "c6");
        assertThat(waits.kind()).isEqualTo(Kind.SYSTEM_NOTE);
        assertThat(waits.facts()).containsEntry("state", "waits for approval");
        var third = round(second.next());
        assertThat(gone(third.found())).isEmpty();
        blog.post(36).status = "publish";
        blog.comment(6).status = "approved";
        var fourth = all(third.next());
        assertThat(deed(fourth, "36").text()).isEqualTo("<p>Post 36</p>");
        assertThat(deed(fourth, "c6").kind()).isEqualTo(Kind.COMMENT);
    }

    @Test
    void aCommentThatWaitedAndWasThrownAwayIsGone() {
        blog.comment(400, "2020-02-02T00:00:00", 3, 0).status = "hold";
        var first = round("");
        assertThat(deed(first.found(), "c400").kind()).isEqualTo(Kind.SYSTEM_NOTE);
        blog.comment(400).status = "spam";
        assertThat(gone(all(first.next()))).containsExactly("c400");
    }

    @Test
    void whatVanishesBetweenTwoPagesHidesNothingElse() {
        var one = (Pull.Caught) pull("");
        var two = (Pull.Caught) pull(one.next());
        blog.posts.remove(3L);
        blog.post(6).modified = "2020-05-01T00:00:00";
        var rest = round(two.next());
        var ids = ids(rest.found());
        assertThat(ids).contains("6", "360", "153", "156");
        var read = new TreeSet<>(ids(two.page()));
        read.addAll(ids);
        assertThat(read).hasSize(120 + 1 + 230);
        assertThat(gone(rest.found())).containsExactly("3");
    }

    @Test
    void whoeverIsCutOffAnywhereGoesOnThere() {
        var whole = ids(all(""));
        var cursor = "";
        var found = new TreeSet<String>();
        for (boolean more = true; more; ) {
            pull(cursor);
            var caught = (Pull.Caught) pull(cursor);
            found.addAll(ids(caught.page()));
            cursor = caught.next();
            more = caught.more();
        }
        assertThat(found).containsExactlyElementsOf(new TreeSet<>(whole));
    }

    @Test
    void whoMayEditOnlyKnowsPeopleByTheNameInTheirAddress() {
        blog.administrator = false;
        var found = all("");
        assertThat(deed(found, "3").who()).isEqualTo("ada-l");
        assertThat(deed(found, "c7").who()).isEqualTo("user:3");
        blog.editor = false;
        assertThat(deed(all(""), "c1").who()).isEqualTo("guest:mary");
        assertThat(ids(all(""))).hasSize(120 + 1 + 230);
        assertThat(deed(all(""), "3").title()).isEqualTo("Title & 3");
    }

    @Test
    void whoMayEditTheirOwnPostsOnlyReadsTheOthersAsEverybodySeesThem() {
        blog.onlyOwn = true;
        blog.posts.values().stream().filter(p -> p.id % 2 == 0).forEach(p -> p.author = 3);
        assertThat(ids(all(""))).hasSize(120 + 1 + 230);
        var first = round("");
        blog.post(999, "2020-02-01T10:00:00").author = 3;
        assertThat(ids(all(first.next()))).contains("999");
    }

    @Test
    void aPasswordThatWasTakenBackIsNoticedThoughWhatIsPublicStaysOpen() {
        var first = round("");
        blog.password = "another";
        assertThat(pull(first.next())).isInstanceOf(Pull.SignInAgain.class);
    }

    @Test
    void onlyWhatIsWantedIsReadAndNothingBeforeItIsTakenForDeleted() {
        blog.post(998, "2019-12-31T23:59:59");
        blog.comment(997, "2019-12-31T23:59:59", 998, 0);
        since = "2020-01-01";
        var first = round("");
        assertThat(ids(first.found())).hasSize(120 + 1 + 230);
        assertThat(gone(round(first.next()).found())).isEmpty();
    }

    @Test
    void aSiteWithPlainPermalinksIsFoundByWhatItSaysAndAskedAtTheHostThatWasGiven() {
        blog.plainPermalinks = true;
        assertThat(ids(all(""))).hasSize(120 + 1 + 230);
        assertThat(vendor().asked())
                .filteredOn(a -> !a.one("rest_route").isEmpty())
                .allMatch(a -> a.path().equals("/"));
    }

    @Test
    void theFirstRequestForAPageOfTheSiteCarriesNoSecret() {
        pull("");
        assertThat(vendor().asked().getFirst().headers()).doesNotContainKey("authorization");
        assertThat(vendor().asked().getFirst().path()).isEqualTo("/");
    }

    @Test
    void listsWithoutCountsAreReadToTheirEnd() {
        vendor().instead(
                        asked ->
                                new Vendor.Answer(
                                        200, Map.of(), answer(asked).text().getBytes(UTF_8)));
        assertThat(ids(all(""))).hasSize(120 + 1 + 230);
    }
}
