package org.folkmoot.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.connectors.Given.deed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackExportTests {

    private static final Path LANTERN = Path.of("src/test/resources/connectors/slack");
    private static final String GENERAL = "C0GENERAL/";

    @TempDir Path temp;

    private static Basket read(Path export, Map<String, String> options) throws IOException {
        return Given.read(new SlackExport(), export, options);
    }

    private static Basket lantern() throws IOException {
        return read(LANTERN, Map.of());
    }

    private static Deed saying(Basket basket, String start) {
        return basket.all(Deed.class).stream()
                .filter(d -> d.text() != null && d.text().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody says " + start));
    }

    private static Person person(Basket basket, String id) {
        return basket.all(Person.class).stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    private static long count(Basket basket, Kind kind) {
        return basket.all(Deed.class).stream().filter(d -> d.kind() == kind).count();
    }

    /// A channel `help` with one day of these rows.
    private Basket day(String json) throws IOException {
        Files.createDirectories(temp.resolve("help"));
        Files.writeString(temp.resolve("help/2025-03-03.json"), json);
        return read(temp, Map.of());
    }

    @Test
    void itsOwnExportIsRecognisedAndOthersAreNot() throws IOException {
        try (var tree = Tree.of(LANTERN);
                var discord = Tree.of(Path.of("src/test/resources/connectors/discord"))) {
            assertThat(new SlackExport().recognises(tree)).isTrue();
            assertThat(new SlackExport().recognises(discord)).isFalse();
        }
        Files.createDirectories(temp.resolve("topics"));
        Files.writeString(
                temp.resolve("topics/2025-01-01.json"), "[{\"id\":1,\"type\":\"issue\"}]");
        try (var tree = Tree.of(temp)) {
            assertThat(new SlackExport().recognises(tree)).isFalse();
        }
    }

    @Test
    void everythingInTheExportIsKept() throws IOException {
        var basket = lantern();

        assertThat(count(basket, Kind.JOIN)).isEqualTo(8);
        assertThat(count(basket, Kind.LEAVE)).isEqualTo(1);
        assertThat(count(basket, Kind.MESSAGE)).isEqualTo(38);
        assertThat(count(basket, Kind.REPLY)).isEqualTo(14);
        assertThat(count(basket, Kind.REACTION)).isEqualTo(21);
        assertThat(count(basket, Kind.SYSTEM_NOTE)).isEqualTo(3);
        assertThat(basket.all(Refused.class)).isEmpty();
        assertThat(basket.all(Found.Place.class))
                .extracting(Found.Place::name)
                .containsExactly("general", "help");
    }

    @Test
    void readingTwiceFindsTheSame() throws IOException {
        assertThat(lantern().all()).isEqualTo(lantern().all());
    }

    @Test
    void aThreadReplyHangsUnderItsQuestionAndABroadcastToo() throws IOException {
        var basket = lantern();
        var question = saying(basket, "How do I flash");
        var answer = saying(basket, "Hold the weft button");
        var broadcast = saying(basket, "For the record");

        assertThat(question.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(answer.kind()).isEqualTo(Kind.REPLY);
        assertThat(answer.parent()).isEqualTo(question.id());
        assertThat(broadcast.parent()).isEqualTo(question.id());
        assertThat(broadcast.facts()).containsEntry("broadcast", "true");
    }

    @Test
    void aReactionHasTheTimeOfItsMessageAndSaysSo() throws IOException {
        var hello = saying(lantern(), "Hello! I weave");
        var wave = deed(lantern(), hello.id() + "/reaction/wave/U0LINUS");

        assertThat(wave.at()).isEqualTo(hello.at());
        assertThat(wave.inferred()).isTrue();
        assertThat(wave.parent()).isEqualTo(hello.id());
        assertThat(wave.who()).isEqualTo("U0LINUS");
        assertThat(wave.text()).isEqualTo("wave");
    }

    @Test
    void editsDeletionsAndPinsAreTold() throws IOException {
        var basket = lantern();

        assertThat(basket.all(Found.Edit.class))
                .singleElement()
                .satisfies(e -> assertThat(e.text()).startsWith("Meetup on Thursday"));
        assertThat(saying(basket, "Exactly, draft.wif").edited())
                .isEqualTo(Instant.parse("2025-03-07T17:15:00Z"));
        assertThat(basket.all(Mark.class))
                .contains(
                        new Mark(
                                "slack:T0LANTERN1",
                                GENERAL + "1741599300.000100",
                                Mark.What.DELETED,
                                "U0GRACE",
                                Instant.parse("2025-03-10T10:00:00.000100Z")),
                        new Mark(
                                "slack:T0LANTERN1",
                                "C0HELP/1742893200.000100",
                                Mark.What.DELETED,
                                null,
                                null));
        assertThat(basket.all(Mark.class))
                .filteredOn(m -> m.what() == Mark.What.PINNED)
                .extracting(Mark::id)
                .containsOnly(GENERAL + "1740992400.000100");
    }

    @Test
    void aProfileKeepsWhatMattersAndNoPhone() throws IOException {
        var ada = person(lantern(), "U0ADA");

        assertThat(ada.fields())
                .containsEntry(Field.NAME, "Ada Byron")
                .containsEntry("display_name", "Ada")
                .containsEntry(Field.HANDLE, "ada")
                .containsEntry(Field.EMAIL, "ada@example.org")
                .containsEntry(Field.TIMEZONE, "Europe/London")
                .containsEntry(Field.PRONOUNS, "she/her")
                .containsEntry(Field.GITHUB, "ada-loom")
                .doesNotContainKey("phone");
        assertThat(ada.asOf()).isEqualTo(Instant.parse("2025-05-20T09:00:00Z"));
        assertThat(person(lantern(), "U0GRACE").fields()).containsEntry("slack_admin", "true");
        assertThat(person(lantern(), "U0GRACE").flags()).isEmpty();
        assertThat(person(lantern(), "U0MALLORY").left())
                .isEqualTo(Instant.parse("2025-04-02T12:00:00Z"));
        assertThat(person(lantern(), "U0HANAKO").fields()).containsEntry(Field.NAME, "山田花子");
    }

    @Test
    void botsAreBotsAndTheOneThatCarriesOthersWordsLooksLikeABridge() throws IOException {
        var basket = lantern();

        assertThat(List.of("U0GREETER", "B0BUILD", "USLACKBOT", "B0RELAY"))
                .allSatisfy(
                        id ->
                                assertThat(person(basket, id).flags())
                                        .containsExactly(Person.Flag.BOT));
        assertThat(basket.all(Person.class))
                .filteredOn(p -> p.fields().containsKey("bridge"))
                .extracting(Person::id)
                .containsExactly("B0RELAY");
        assertThat(saying(basket, "Build 119 failed").who()).isEqualTo("B0BUILD");
    }

    @Test
    void anAuthorWhoIsListedNowhereIsKnownFromTheirMessage() throws IOException {
        var nora = person(lantern(), "U0STRANGER");

        assertThat(nora.fields()).containsEntry(Field.NAME, "Nora Guest");
        assertThat(nora.asOf()).isEqualTo(Instant.parse("2025-03-21T08:00:00.000100Z"));
        assertThat(
                        day("[{\"user\":\"U0NEW\",\"text\":\"hi\",\"ts\":\"1740992400.000100\"}]")
                                .all(Person.class))
                .extracting(Person::id)
                .containsExactly("U0NEW");
    }

    @Test
    void directMessagesAreLeftOutUnlessAskedFor() throws IOException {
        assertThat(lantern().all(Deed.class))
                .noneMatch(d -> d.text() != null && d.text().contains("between"));
        assertThat(read(LANTERN, Map.of("private", "true")).all(Deed.class))
                .filteredOn(d -> d.text() != null && d.text().contains("between"))
                .extracting(Deed::place)
                .containsExactly("D0ADAGRACE1", "G0THREE");
    }

    @Test
    void filesMentionsAndLinksAreKept() throws IOException {
        var basket = lantern();

        assertThat(saying(basket, "First cloth").files())
                .containsExactly("first-cloth.jpg", "draft.wif");
        assertThat(saying(basket, "That worked").mentions()).containsExactly("U0GRACE");
        assertThat(saying(basket, "<@U0MALLORY> has left").mentions()).isEmpty();
        var linked = read(LANTERN, Map.of("domain", "lantern"));
        assertThat(saying(linked, "Hello! I weave").url())
                .isEqualTo("https://lantern.slack.com/archives/C0GENERAL/p1740993300000100");
    }

    @Test
    void overlappingExportsGiveTheSameIdsWithAndWithoutTheirLists() throws IOException {
        Files.createDirectories(temp.resolve("C0GENERAL"));
        Files.copy(
                LANTERN.resolve("general/2025-03-03.json"),
                temp.resolve("C0GENERAL/2025-03-03.json"));
        var part = read(temp, Map.of());
        var whole = lantern();

        assertThat(part.all(Deed.class)).isNotEmpty();
        assertThat(whole.all(Deed.class)).containsAll(part.all(Deed.class));
    }

    @Test
    void theWorkspaceIsTheOwnersEvenWithManyGuests() throws IOException {
        Files.writeString(
                temp.resolve("users.json"),
                """
                [{"id":"U1","team_id":"TGUESTS"},{"id":"U2","team_id":"TGUESTS"},
                 {"id":"U3","team_id":"THOME","is_primary_owner":true}]
                """);

        assertThat(read(temp, Map.of()).all(Person.class))
                .extracting(Person::source)
                .containsOnly("slack:THOME");
    }

    @Test
    void anExportThatTellsNoWorkspaceTakesTheOneChosen() throws IOException {
        day("[{\"user\":\"U1\",\"text\":\"hi\",\"ts\":\"1740992400.000100\"}]");

        assertThat(read(temp, Map.of()).all(Deed.class).getFirst().source())
                .isEqualTo("slack:workspace");
        assertThat(read(temp, Map.of("source", "weavers")).all(Deed.class).getFirst().source())
                .isEqualTo("slack:weavers");
    }

    @Test
    void aRowWithoutAUsableTimeIsRefusedWithItsLineAndTheRestIsKept() throws IOException {
        var basket =
                day(
                        """
                        [{"user":"U1","text":"none"},
                         {"user":"U1","text":"empty","ts":""},
                         {"user":"U1","text":"letters","ts":"abc"},
                         {"user":"U1","text":"negative","ts":"-1740992400.000100"},
                         {"user":"U1","text":"1969","ts":"-26000000.000000"},
                         {"user":"U1","text":"1970","ts":"0000000001.000000"},
                         {"user":"U1","text":"2100","ts":"4102444800.000000"},
                         {"user":"U1","text":"huge","ts":1e999999},
                         "no row", null, [1, 2],
                         {"user":"U1","text":"good","ts":"1740992400.000100"}]
                        """);

        assertThat(basket.all(Refused.class)).hasSize(11);
        assertThat(basket.all(Refused.class).getFirst().line()).isEqualTo(1);
        assertThat(basket.all(Refused.class).get(6).raw()).contains("2100");
        assertThat(basket.all(Deed.class)).extracting(Deed::text).containsExactly("good");
    }

    @Test
    void aTimeGivenAsANumberLosesNoDigit() throws IOException {
        var basket = day("[{\"user\":\"U1\",\"text\":\"hi\",\"ts\":1740992400.000120}]");

        assertThat(basket.all(Deed.class).getFirst().id()).isEqualTo("help/1740992400.000120");
    }

    @Test
    void anUnknownSubtypeIsANoteAndNeverDropped() throws IOException {
        var basket =
                day(
                        """
                        [{"subtype":"made_up","text":"?","ts":"1740992400.000100"},
                         {"subtype":"message_deleted","ts":"1740992400.000200"},
                         {"subtype":"message_changed","ts":"1740992400.000300"}]
                        """);

        assertThat(basket.all(Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.kind()).isEqualTo(Kind.SYSTEM_NOTE);
                            assertThat(d.facts()).containsEntry("subtype", "made_up");
                            assertThat(d.who()).isNull();
                        });
        assertThat(basket.all(Refused.class)).hasSize(2);
    }

    @Test
    void aReplyBeforeItsParentAndOneToItselfAreKept() throws IOException {
        var basket =
                day(
                        """
                        [{"user":"U1","text":"early","ts":"1740992400.000100","thread_ts":"1740999999.000100"},
                         {"user":"U1","text":"self","ts":"1740992500.000100","thread_ts":"1740992500.000100"}]
                        """);

        assertThat(saying(basket, "early").parent()).isEqualTo("help/1740999999.000100");
        assertThat(saying(basket, "self").parent()).isNull();
        assertThat(saying(basket, "self").kind()).isEqualTo(Kind.MESSAGE);
    }

    @Test
    void reactionsThatSlackCountsButDoesNotNameAreOneDeedWithTheirNumber() throws IOException {
        var basket =
                day(
                        """
                        [{"user":"U1","text":"hi","ts":"1740992400.000100",
                          "reactions":[{"name":"+1","users":["U2","U2"],"count":9}]}]
                        """);

        assertThat(deed(basket, "help/1740992400.000100/reaction/+1/U2").who()).isEqualTo("U2");
        assertThat(deed(basket, "help/1740992400.000100/reaction/+1/others").facts())
                .containsEntry("count", "8");
    }

    @Test
    void aMessageMadeOfBlocksHasTheirText() throws IOException {
        var basket =
                day(
                        """
                        [{"user":"U1","text":"","ts":"1740992400.000100","blocks":[
                          {"type":"section","text":{"type":"mrkdwn","text":"*Poll*"}},
                          {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                            {"type":"text","text":"Tea, "},{"type":"user","user_id":"U0ADA"},
                            {"type":"emoji","name":"tea"}]}]}]}]
                        """);

        assertThat(basket.all(Deed.class).getFirst().text())
                .isEqualTo("*Poll*\nTea, <@U0ADA>:tea:");
        assertThat(basket.all(Deed.class).getFirst().mentions()).containsExactly("U0ADA");
    }

    @Test
    void aCommentOnAFileIsItsAuthorsAndHangsUnderTheShareWhereTheFileTellsIt() throws IOException {
        var basket =
                day(
                        """
                        [{"subtype":"file_comment","text":"<@U2> commented","ts":"1740992400.000100",
                          "comment":{"user":"U2","comment":"Lovely"},
                          "file":{"id":"F1","name":"a.png",
                            "shares":{"public":{"help":[{"ts":"1740992000.000100"}]}}}}]
                        """);

        var comment = basket.all(Deed.class).getFirst();
        assertThat(comment.kind()).isEqualTo(Kind.COMMENT);
        assertThat(comment.who()).isEqualTo("U2");
        assertThat(comment.text()).isEqualTo("Lovely");
        assertThat(comment.parent()).isEqualTo("help/1740992000.000100");
    }

    @Test
    void aPersonWithoutAnIdIsRefused() throws IOException {
        Files.writeString(temp.resolve("users.json"), "[{\"name\":\"nobody\"},{\"id\":\"U1\"}]");

        assertThat(read(temp, Map.of()).all(Refused.class))
                .singleElement()
                .satisfies(r -> assertThat(r.file()).isEqualTo("users.json"));
    }
}
