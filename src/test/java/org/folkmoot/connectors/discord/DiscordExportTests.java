package org.folkmoot.connectors.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordExportTests {

    private static final Path LANTERN = Path.of("src/test/resources/connectors/discord");
    private static final String GENERAL = "500000000000000001";

    @TempDir Path temp;

    private static Basket read(Path export, Map<String, String> options) throws IOException {
        return Given.read(new DiscordExport(), export, options);
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

    private Basket channel(String messages) throws IOException {
        var json =
                """
                {"guild":{"id":"4","name":"Lantern"},
                 "channel":{"id":"5","type":"GuildTextChat","name":"general","topic":null},
                 "messages":[%s
                 ]}
                """
                        .formatted(messages);
        Files.writeString(temp.resolve("general.json"), json);
        return read(temp, Map.of());
    }

    private Basket csv(String rows, Map<String, String> options) throws IOException {
        Files.writeString(
                temp.resolve("Lantern - Text - lobby [77].csv"),
                "AuthorID,Author,Date,Content,Attachments,Reactions\n" + rows);
        return read(temp, options);
    }

    @Test
    void itsOwnFilesAreRecognisedAndOthersAreNot() throws IOException {
        var format = new DiscordExport();
        try (var tree = Tree.of(LANTERN);
                var slack = Tree.of(Path.of("src/test/resources/connectors/slack"))) {
            assertThat(format.recognises(tree)).isTrue();
            assertThat(format.recognises(slack)).isFalse();
        }
    }

    @Test
    void readingTwiceFindsTheSame() throws IOException {
        assertThat(lantern().all()).isEqualTo(lantern().all());
        assertThat(lantern().all(Refused.class)).isEmpty();
    }

    @Test
    void aReplyHangsUnderWhatItAnswers() throws IOException {
        var basket = lantern();
        var question = saying(basket, "How do I thread");
        var answer = saying(basket, "Count in groups");

        assertThat(question.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(answer.kind()).isEqualTo(Kind.REPLY);
        assertThat(answer.parent()).isEqualTo(question.id());
        assertThat(answer.mentions()).containsExactly("300000000000000001");
        assertThat(answer.url())
                .isEqualTo(
                        "https://discord.com/channels/400000000000000001/500000000000000001/"
                                + answer.id());
        assertThat(saying(basket, "Thank you").edited())
                .isEqualTo(Instant.parse("2025-03-03T10:26:30Z"));
    }

    @Test
    void aForumPostIsAThreadInItsForum() throws IOException {
        var basket = lantern();
        var post = saying(basket, "The display shows E42");
        var thanks = saying(basket, "Same here");

        assertThat(post.title()).isEqualTo("Display shows E42");
        assertThat(post.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(post.place()).isEqualTo("500000000000000002");
        assertThat(thanks.parent()).isEqualTo(post.id());
        assertThat(thanks.kind()).isEqualTo(Kind.REPLY);
        assertThat(basket.all(Found.Place.class))
                .filteredOn(p -> p.id().equals("500000000000000002"))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.name()).isEqualTo("questions");
                            assertThat(p.style()).isEqualTo(Style.FORUM);
                        });
    }

    @Test
    void joinsPinsAndSystemMessagesAreKept() throws IOException {
        var basket = lantern();

        assertThat(basket.all(Deed.class))
                .filteredOn(d -> d.kind() == Kind.JOIN && GENERAL.equals(d.place()))
                .hasSize(3);
        assertThat(basket.all(Person.class))
                .filteredOn(p -> p.joined() != null && p.id().equals("300000000000000004"))
                .extracting(Person::joined)
                .containsExactly(Instant.parse("2025-03-04T08:00:00Z"));
        var welcome = saying(basket, "Welcome to the Lantern");
        assertThat(basket.all(Mark.class))
                .extracting(Mark::id)
                .containsExactly(welcome.id(), welcome.id());
        assertThat(saying(basket, "Started a thread").kind()).isEqualTo(Kind.SYSTEM_NOTE);
    }

    @Test
    void aReactionIsEachPersonsWhereTheyAreNamedElseOneWithTheNumber() throws IOException {
        var basket = lantern();
        var answer = saying(basket, "Count in groups");
        var hello = saying(basket, "はじめまして");

        assertThat(basket.all(Deed.class))
                .filteredOn(d -> answer.id().equals(d.parent()) && d.kind() == Kind.REACTION)
                .extracting(Deed::who)
                .containsExactly("300000000000000001", "300000000000000005");
        assertThat(basket.all(Deed.class))
                .filteredOn(d -> hello.id().equals(d.parent()))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.who()).isNull();
                            assertThat(d.inferred()).isTrue();
                            assertThat(d.facts()).containsEntry("count", "5");
                        });
    }

    @Test
    void peopleHaveNickRolesAndBotFlagAndTheDeletedAreNobody() throws IOException {
        var basket = lantern();
        var grace = person(basket, "300000000000000002");

        assertThat(grace.fields())
                .containsEntry(Field.NAME, "Amazing Grace")
                .containsEntry(Field.HANDLE, "gracemurray");
        assertThat(grace.tags()).containsExactly("Host", "Weaver");
        assertThat(person(basket, "300000000000000008").flags()).containsExactly(Person.Flag.BOT);
        assertThat(person(basket, "456226577798135808").flags())
                .containsExactly(Person.Flag.NOBODY);
        assertThat(person(basket, "300000000000000003").fields())
                .containsEntry("discriminator", "6666");
    }

    @Test
    void filesStickersEmbedsAndForwardsAreKept() throws IOException {
        var basket = lantern();

        var notes = saying(basket, "Firmware 2.1 notes");
        assertThat(notes.files()).containsExactly("notes.pdf");
        assertThat(notes.facts()).containsEntry("embeds", "Lantern 2.1");
        assertThat(basket.all(Deed.class))
                .anyMatch(d -> "Happy Sheep".equals(d.facts().get("stickers")))
                .anyMatch(
                        d ->
                                d.kind() == Kind.SHARE
                                        && d.facts()
                                                .getOrDefault("forwarded_text", "")
                                                .startsWith("Loom fair"));
        assertThat(saying(basket, "Removed an advert").facts()).containsEntry("command", "clean");
    }

    @Test
    void directMessagesAreLeftOutUnlessAskedFor() throws IOException {
        assertThat(lantern().all(Deed.class)).noneMatch(d -> "This is between us".equals(d.text()));
        assertThat(saying(read(LANTERN, Map.of("private", "true")), "This is between us").url())
                .startsWith("https://discord.com/channels/@me/520000000000000001/");
    }

    @Test
    void csvRowsHaveStableIdsAndTheSameWordsTwiceAreTwo() throws IOException {
        var rows =
                """
                "1","ada#1234","2025-02-01T10:00:00.0000000+00:00","Fine!","",""
                "1","ada#1234","2025-02-01T10:00:00.0000000+00:00","Fine!","",""
                """;
        var basket = csv(rows, Map.of());

        assertThat(basket.all(Deed.class)).extracting(Deed::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(csv(rows, Map.of()).all()).isEqualTo(basket.all());
        assertThat(person(basket, "1").fields())
                .containsEntry(Field.HANDLE, "ada")
                .containsEntry("discriminator", "1234");
    }

    @Test
    void csvKeepsJoinsFilesAndReactionCounts() throws IOException {
        var hello = saying(lantern(), "Hello \"weavers\",\nhow");

        assertThat(hello.files()).containsExactly("loom.jpg", "warp.png");
        assertThat(lantern().all(Deed.class))
                .filteredOn(d -> hello.id().equals(d.parent()))
                .extracting(d -> d.text() + d.facts().get("count"))
                .containsExactly("👍3", "🎉1");
        assertThat(lantern().all(Deed.class))
                .anyMatch(d -> d.kind() == Kind.JOIN && "500000000000000003".equals(d.place()));
    }

    @Test
    void csvDatesAreReadInTheZoneAndOrderTold() throws IOException {
        var row = "\"1\",\"ada\",\"02/03/2025 5:52 PM\",\"hi\",\"\",\"\"\n";

        assertThat(csv(row, Map.of()).all(Deed.class).getFirst().at())
                .isEqualTo(Instant.parse("2025-02-03T17:52:00Z"));
        assertThat(
                        csv(row, Map.of("dates", "dmy", "timezone", "Europe/Berlin"))
                                .all(Deed.class)
                                .getFirst()
                                .at())
                .isEqualTo(Instant.parse("2025-03-02T16:52:00Z"));
        assertThatThrownBy(() -> csv(row, Map.of("timezone", "Mars/Base")))
                .isInstanceOf(Refusal.Unusable.class);
    }

    @Test
    void aCsvRowThatCannotBeReadIsRefusedWithItsLine() throws IOException {
        var basket =
                csv(
                        """
                        "1","ada","30/12/2024 5:52 PM","hi","",""
                        "x","ada","2025-02-01 10:00","hi","",""
                        "1"
                        "1","ada","2025-02-01 10:00","kept","",""
                        "1","ada","2125-02-01 10:00","late","",""
                        """,
                        Map.of());

        assertThat(basket.all(Refused.class))
                .extracting(Refused::line)
                .containsExactly(2L, 3L, 4L, 6L);
        assertThat(basket.all(Deed.class)).extracting(Deed::text).containsExactly("kept");
    }

    @Test
    void aCsvOfAnotherNameIsTheChannelThatItsNameOrFolderSays() throws IOException {
        var csv =
                "AuthorID,Author,Date,Content,Attachments,Reactions\n\"1\",\"ada#0001\",\"22-Dec-19 09:08 AM\",\"%s\",\"\",\"\"\n";
        Files.createDirectories(temp.resolve("server/help"));
        for (var n = 0; n < 5; n++) {
            Files.createFile(temp.resolve("server/a%d.csv".formatted(n)));
        }
        Files.writeString(temp.resolve("server/help/1.csv"), csv.formatted("one"));
        Files.writeString(temp.resolve("server/help/part.csv"), csv.formatted("two"));
        Files.writeString(temp.resolve("server/lobby.csv"), csv.formatted("three"));
        Files.writeString(temp.resolve("server/578941584859594762.csv"), csv.formatted("four"));

        assertThat(Given.recognises(new DiscordExport(), temp)).isTrue();
        var basket = read(temp, Map.of());
        assertThat(basket.all(Refused.class)).hasSize(5);
        assertThat(basket.all(Deed.class))
                .extracting(Deed::place, Deed::text)
                .containsExactlyInAnyOrder(
                        tuple("server/help", "one"),
                        tuple("server/help", "two"),
                        tuple("server/lobby", "three"),
                        tuple("578941584859594762", "four"));
        assertThat(basket.all(Found.Place.class))
                .extracting(Found.Place::name)
                .contains("help", "lobby");
    }

    @Test
    void semicolonsOfOldVersionsAreRead() throws IOException {
        var file =
                Files.writeString(
                        temp.resolve("Moot - help [7].csv"),
                        """
                        AuthorID;Author;Date;Content;Attachments;Reactions;
                        "1";"ada#0001";"04-Jun-19 12:07 AM";"Keys; locks, ""all""

                        of them";"https://cdn.example.org/a/b/plan.png";"👍 (2)";
                        """);
        assertThat(Given.recognises(new DiscordExport(), file)).isTrue();
        var basket = read(file, Map.of());
        assertThat(basket.all(Refused.class)).isEmpty();
        var deed = basket.all(Deed.class).getFirst();
        assertThat(deed.text()).isEqualTo("Keys; locks, \"all\"\n\nof them");
        assertThat(deed.at()).isEqualTo("2019-06-04T00:07:00Z");
        assertThat(deed.files()).containsExactly("plan.png");
        assertThat(basket.all(Deed.class).getLast().facts()).containsEntry("count", "2");
    }

    @Test
    void whatEmbedsSayIsKept() throws IOException {
        var basket =
                channel(
                        """
                        {"id":"14","timestamp":"2025-01-01T00:00:00+00:00","content":"","embeds":[{"title":"","description":"","author":{"name":"CI"},"fields":[{"name":"Build","value":"green"}],"footer":{"text":"main"}}]}
                        """);
        assertThat(basket.all(Deed.class))
                .singleElement()
                .satisfies(
                        deed ->
                                assertThat(deed.facts())
                                        .containsEntry("embedded", "CI\nBuild: green\nmain"));
    }

    @Test
    void aMessageWithoutATimeTakesThatOfItsIdAndOneWithoutEitherIsRefused() throws IOException {
        var basket =
                channel(
                        """
                        {"id":"1345678901234567890","timestamp":"1969-01-01T00:00:00+00:00","content":"a"},
                        {"id":"12","timestamp":"2100-01-01T00:00:00+00:00","content":"b"},
                        {"timestamp":"2025-01-01T00:00:00+00:00","content":"c"},
                        {"id":"13","timestamp":"yesterday","content":"d"}
                        """);

        assertThat(basket.all(Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.at()).isEqualTo(Instant.parse("2025-03-02T08:47:31.559Z"));
                            assertThat(d.inferred()).isTrue();
                        });
        assertThat(basket.all(Refused.class)).hasSize(3);
    }

    @Test
    void anUnknownTypeIsANoteAndAReplyToItselfIsAMessage() throws IOException {
        var basket =
                channel(
                        """
                        {"id":"1","type":"46","timestamp":"2025-01-01T00:00:00+00:00","content":"poll"},
                        {"id":"2","type":"Reply","timestamp":"2025-01-01T00:00:00+00:00","content":"me",
                         "reference":{"messageId":"2"}}
                        """);

        assertThat(saying(basket, "poll").kind()).isEqualTo(Kind.SYSTEM_NOTE);
        assertThat(saying(basket, "poll").facts()).containsEntry("type", "46");
        assertThat(saying(basket, "me").kind()).isEqualTo(Kind.MESSAGE);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatCameBefore() throws IOException {
        var whole =
                Files.readString(
                        LANTERN.resolve("Lantern - Text - general [%s].json".formatted(GENERAL)));
        Files.writeString(temp.resolve("cut.json"), whole.substring(0, whole.length() / 2));
        var basket = read(temp, Map.of());

        assertThat(basket.all(Deed.class)).isNotEmpty();
        assertThat(basket.all(Refused.class))
                .singleElement()
                .satisfies(r -> assertThat(r.line()).isGreaterThan(100));
    }
}
