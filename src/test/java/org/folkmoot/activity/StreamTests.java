package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Role;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class StreamTests {

    @SuppressWarnings("TimeInStaticInitializer") // the same for all tests of this class
    private static final Instant START = Instant.now().minus(Duration.ofDays(5));

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;
    @Autowired Communities communities;

    private Community lantern() {
        var community = town.found();
        intaking.take(
                community,
                new Square(START)
                        .chat("m1", "U1", 0, "How do I *rotate* keys?")
                        .mention(
                                "m2",
                                "m1",
                                "U2",
                                5,
                                "Like <@U1> did: open the <https://example.org|settings>",
                                "U1")
                        .chat("m3", "U1", 10, "Good morning, café people")
                        .chat("m4", "U2", 20, "Is anybody awake?")
                        .with(
                                new Square(START)
                                        .deed(
                                                Square.SLACK,
                                                "r1",
                                                Kind.REPLY,
                                                "UBOT",
                                                21,
                                                "I am a bot")
                                        .under("m4"))
                        .topic(
                                "f1",
                                "7",
                                30,
                                "Where are the houses?",
                                "I look for **small houses**.")
                        .with(
                                new Square(START)
                                        .deed(Square.SLACK, "x1", Kind.REACTION, "U2", 31, "tada")
                                        .under("m3"))
                        .all());
        return community;
    }

    private static String q(String words) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void everythingIsShownNewestFirstWithWhoWhatAndWhere() throws Exception {
        var community = lantern();
        var page = reader.page(community, reader.member(community, Role.COORDINATOR), "/activity");
        assertThat(page)
                .contains("7 things people did, newest first")
                .contains("Ada", "asked", "general", "How do I rotate keys?")
                .contains("Like @Ada did: open the settings")
                .contains("reacted tada")
                .contains("in reply to");
        assertThat(page.indexOf("Where are the houses?"))
                .isLessThan(page.indexOf("How do I rotate"));
    }

    @Test
    void whoWaitsLongestComesFirstPageByPage() throws Exception {
        var community = town.found();
        var square = new Square(START);
        for (int i = 0; i < 120; i++) {
            square.chat("m" + i, "U1", i, "Question number-" + i + ".?");
        }
        square.reply("a", "m3", "U2", 200, "Here you are.");
        intaking.take(community, square.all());
        var who = reader.member(community, Role.COORDINATOR);
        var seen = new java.util.ArrayList<Integer>();
        var next = "/activity?only=unanswered";
        while (next != null) {
            var page = reader.page(community, who, next);
            assertThat(page)
                    .contains(
                            seen.isEmpty()
                                    ? "119 questions wait, the longest waiting first"
                                    : "less long");
            java.util.regex.Pattern.compile("number-(\\d+)\\.")
                    .matcher(page)
                    .results()
                    .forEach(m -> seen.add(Integer.valueOf(m.group(1))));
            var later =
                    java.util.regex.Pattern.compile(
                                    "rel=\"next\" href=\"/c/[^/]+(/activity[^\"]*)\"")
                            .matcher(page);
            next = later.find() ? later.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(119).isSorted().doesNotContain(3);
        assertThat(
                        reader.page(
                                community,
                                who,
                                "/activity?only=unanswered&platform=slack&to="
                                        + java.time.LocalDate.now(java.time.ZoneOffset.UTC)))
                .contains("number-0.", "the longest waiting first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?platform=discourse | Where are the houses? | Good morning",
                "?kind=reaction | reacted tada | rotate",
                "?only=questions | Is anybody awake? | Good morning",
                "?only=unanswered | Is anybody awake? | rotate",
                "?only=unanswered | Where are the houses? | rotate",
                "?from=2100-01-01 | Take a filter away | rotate",
                "?platform=slack&kind=answer | I am a bot | houses",
                "?group=thread | Good morning | in reply to",
                "?q=cafe | <mark>café</mark> | rotate",
                "?q=%22good+morning%22 | <mark>Good</mark> <mark>morning</mark> | rotate",
                "?q=%22morning+good%22 | Try fewer or other words | rotate",
                "?q=rotating+key | <mark>rotate</mark> | Good",
                "?q=hous | <mark>houses</mark> | rotate",
                "?q=house+-small | Try fewer | rotate",
                "?q=awake+or+cafe | <mark>awake</mark> | rotate",
                "?q=awake+or+caf | <mark>café</mark> | rotate",
                "?q=the+of | too small to search | rotate",
                "?q=house&only=unanswered | <mark>houses</mark> | rotate",
                "?q=house&platform=slack | Try fewer | rotate"
            })
    void aFilterInTheAddressShowsOnlyWhatItSays(String query, String shown, String not)
            throws Exception {
        var community = lantern();
        var page =
                reader.page(
                        community,
                        reader.member(community, Role.COORDINATOR),
                        "/activity" + query.strip());
        assertThat(page.substring(page.indexOf("<main"))).contains(shown).doesNotContain(not);
    }

    @Test
    void aPersonAndAPlaceCanBeAskedFor() throws Exception {
        var community = lantern();
        var who = reader.member(community, Role.COORDINATOR);
        var ada =
                reader.number(
                        community,
                        "select member_id from members.report_identity where community_id = folkmoot.community() and external_id = 'U1'");
        assertThat(reader.page(community, who, "/activity?person=" + ada))
                .contains("by Ada", "2 things", "Good morning")
                .doesNotContain("awake");
        var place =
                reader.number(
                        community,
                        "select id from activity.place where community_id = folkmoot.community() and external_id = 'F1'");
        assertThat(reader.page(community, who, "/activity?place=" + place))
                .contains("in help desk", "One thing somebody did", "small houses");
    }

    @Test
    void aGermanCommunityIsSearchedByGermanStems() throws Exception {
        var slug = "dorf-" + System.nanoTime();
        var community =
                communities.create(slug, "Dorf", "residential", "Europe/Berlin", "de", false);
        intaking.take(
                community,
                new Square(START).chat("m1", "U1", 0, "Die Häuser am Fluss sind schön").all());
        var who = reader.member(community, Role.COORDINATOR);
        assertThat(reader.page(community, who, "/activity" + q("Haus")))
                .contains("<mark>Häuser</mark>");
        assertThat(reader.page(community, who, "/activity" + q("schone")))
                .contains("<mark>schön</mark>");
    }

    @Test
    void aFindInWhatAMailQuotesIsShown() throws Exception {
        var community = town.found();
        var mail =
                Deed.of("mail:moot", "<1@x>", Kind.MESSAGE, "ada@example.org", START)
                        .saying("I agree.\n\n> Shall we paint the lantern green?\n");
        intaking.take(community, List.of(new Found.Origin("mail:moot", "Moot", Markup.MAIL), mail));
        assertThat(
                        reader.page(
                                community,
                                reader.member(community, Role.COORDINATOR),
                                "/activity" + q("lantern")))
                .contains("<mark>lantern</mark>");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        var community = town.found();
        var square = new Square(START);
        for (int i = 0; i < 120; i++) {
            square.chat("m" + i, "U1", i / 10, "Word number-" + i + ".");
        }
        intaking.take(community, square.all());
        var who = reader.member(community, Role.COORDINATOR);
        var seen = new java.util.ArrayList<String>();
        var next = "/activity";
        while (next != null) {
            var page = reader.page(community, who, next);
            Pattern.compile("Word (number-\\d+)\\.")
                    .matcher(page)
                    .results()
                    .forEach(m -> seen.add(m.group(1)));
            var older = Pattern.compile("href=\"/c/[^/]+(/activity[^\"]*)\">Older").matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenElsewhereDoesNoHarmHere() throws Exception {
        var community = town.found();
        var attack =
                "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>";
        intaking.take(
                community,
                new Square(START)
                        .person(Square.SLACK, "UX", attack)
                        .with(
                                new Square(START)
                                        .deed(
                                                Square.SLACK,
                                                "m1",
                                                Kind.MESSAGE,
                                                "UX",
                                                0,
                                                "rotate " + attack)
                                        .titled(attack)
                                        .at("javascript:alert(4)")
                                        .files(java.util.List.of(attack)))
                        .with(Found.Place.of(Square.SLACK, "C2", attack, Style.CHAT))
                        .all());
        var who = reader.member(community, Role.COORDINATOR);
        for (var path :
                java.util.List.of(
                        "/activity",
                        "/activity?q=rotate",
                        "/activity?group=thread",
                        "/threads/" + reader.id(community, "m1"),
                        "/activity" + q(attack))) {
            assertThat(reader.page(community, who, path))
                    .as(path)
                    .doesNotContain("<script>alert", "<img", "<svg onload", "javascript:alert");
        }
    }

    @Test
    void aPageAsksTheDatabaseFewQuestionsWhateverItShows() throws Exception {
        var community = lantern();
        var who = reader.member(community, Role.COORDINATOR);
        reader.page(community, who, "/activity");
        for (var path :
                java.util.List.of(
                        "/activity",
                        "/activity?q=house",
                        "/activity?group=thread&platform=slack")) {
            assertThat(reader.questions(community, who, path)).as(path).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void theAddressOfAFilterThatIsNoneIsRefusedInWords() throws Exception {
        var community = lantern();
        var who = reader.member(community, Role.COORDINATOR);
        for (var query :
                java.util.List.of(
                        "kind=dance",
                        "from=yesterday",
                        "place=x",
                        "before=9",
                        "before=1.x",
                        "only=me")) {
            var answer = reader.open(community, who, "/activity?" + query);
            assertThat(answer.getResponse().getStatus()).as(query).isEqualTo(422);
        }
    }

    @Test
    void whoMayNotReadTheActivityIsRefused() throws Exception {
        var community = lantern();
        var answer = reader.open(community, reader.member(community, Role.ANALYST), "/activity");
        assertThat(answer.getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void anEmptyLedgerSaysWhatWillBeHere() throws Exception {
        var community = town.found();
        assertThat(reader.page(community, reader.member(community, Role.LEAD), "/activity"))
                .contains("As soon as you import where people talk");
    }
}
