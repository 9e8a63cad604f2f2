package org.folkmoot.connectors.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.connectors.Given.deed;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackExchangeFormatTests {

    private static final String QUESTION =
            """
            <row Id="1" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2021-03-04T10:00:00.123" Score="5" ViewCount="40" \
            Body="&lt;p&gt;How do we greet?&lt;/p&gt;&#xA;" OwnerUserId="10" Title="Greeting" Tags="&lt;people&gt;&lt;first-day&gt;" />
            """;
    private static final String ANSWER =
            """
            <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2021-03-04T11:00:00" Body="&lt;p&gt;Warmly&lt;/p&gt;" OwnerUserId="11" LastEditDate="2021-03-05T00:00:00" />
            """;

    @TempDir Path folder;

    private Found.Basket read(Map<String, String> options) throws IOException {
        return Given.read(new StackExchangeFormat(), folder, options);
    }

    private void file(String name, String root, String rows) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<%s>\n%s</%s>\n"
                        .formatted(root, rows, root));
    }

    @Test
    void aQuestionItsAcceptedAnswerAndACommentFindEachOther() throws IOException {
        file("Posts.xml", "posts", ANSWER + QUESTION);
        file(
                "Comments.xml",
                "comments",
                "<row Id=\"1\" PostId=\"2\" Text=\"a &lt; b &amp; c\" CreationDate=\"2021-03-04T12:00:00\" UserId=\"10\" />");
        var found = read(Map.of());

        var question = deed(found, "post/1");
        assertThat(question.kind()).isEqualTo(Kind.QUESTION);
        assertThat(question.at()).isEqualTo("2021-03-04T10:00:00.123Z");
        assertThat(question.text()).isEqualTo("<p>How do we greet?</p>\n");
        assertThat(question.facts())
                .containsEntry("tags", "people, first-day")
                .containsEntry("score", "5")
                .containsEntry("view_count", "40");
        assertThat(deed(found, "post/2").kind()).isEqualTo(Kind.REPLY);
        assertThat(deed(found, "post/2").parent()).isEqualTo("post/1");
        assertThat(deed(found, "post/2").edited()).isEqualTo("2021-03-05T00:00:00Z");
        assertThat(deed(found, "comment/1").parent()).isEqualTo("post/2");
        assertThat(deed(found, "comment/1").text()).isEqualTo("a &lt; b &amp; c");
        assertThat(found.all(Mark.class))
                .containsExactly(
                        new Mark("stackexchange:site", "post/2", Mark.What.ACCEPTED, "10", null));
    }

    @Test
    void theNewerFormOfTagsIsReadToo() throws IOException {
        file(
                "Posts.xml",
                "posts",
                QUESTION.replace("&lt;people&gt;&lt;first-day&gt;", "|people|first-day|"));
        assertThat(deed(read(Map.of()), "post/1").facts())
                .containsEntry("tags", "people, first-day");
    }

    @Test
    void aProfileKeepsItsFieldsAndCommunityIsABot() throws IOException {
        file(
                "Users.xml",
                "users",
                """
                <row Id="-1" Reputation="1" CreationDate="2011-10-11T18:16:00.230" DisplayName="Community" LastAccessDate="2011-10-11T18:16:00" />
                <row Id="10" Reputation="101" CreationDate="2020-01-01T00:00:00" DisplayName="Zoë &#x5C71;&#x7530;" LastAccessDate="2022-01-01T00:00:00" Location="Göteborg" AboutMe="&lt;b&gt;Hi&lt;/b&gt;" UpVotes="3" />
                """);
        var people = read(Map.of()).all(Person.class);
        assertThat(people.getFirst().flags()).containsExactly(Person.Flag.BOT);
        var zoe = people.getLast();
        assertThat(zoe.fields())
                .containsEntry("name", "Zoë 山田")
                .containsEntry("location", "Göteborg")
                .containsEntry("bio", "<b>Hi</b>")
                .containsEntry("reputation", "101");
        assertThat(zoe.joined()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(zoe.asOf()).isEqualTo("2022-01-01T00:00:00Z");
    }

    @Test
    void aDeletedAuthorIsSomebodyUnderTheNameThatIsLeft() throws IOException {
        file(
                "Posts.xml",
                "posts",
                QUESTION.replace("OwnerUserId=\"10\"", "OwnerDisplayName=\"user39\""));
        var found = read(Map.of());
        assertThat(deed(found, "post/1").who()).isEqualTo("name:user39");
        assertThat(found.all(Person.class))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.fields()).containsEntry("name", "user39");
                            assertThat(p.flags()).isEmpty();
                            assertThat(p.left()).isEqualTo(Instant.EPOCH);
                        });
    }

    @Test
    void anAuthorWhoIsNotToldAtAllIsNobodyWeKnow() throws IOException {
        file("Posts.xml", "posts", QUESTION.replace("OwnerUserId=\"10\"", ""));
        assertThat(deed(read(Map.of()), "post/1").who()).isNull();
    }

    @Test
    void badgesAndVotesAreKeptAndAnAcceptingVoteOnlyMarks() throws IOException {
        file(
                "Badges.xml",
                "badges",
                "<row Id=\"7\" UserId=\"10\" Name=\"Student\" Date=\"2021-03-04T12:00:00\" Class=\"3\" TagBased=\"False\" />");
        file(
                "Votes.xml",
                "votes",
                """
                <row Id="1" PostId="2" VoteTypeId="1" CreationDate="2021-03-06T00:00:00.000" />
                <row Id="2" PostId="2" VoteTypeId="2" CreationDate="2021-03-06T00:00:00.000" />
                <row Id="3" PostId="1" VoteTypeId="8" UserId="11" BountyAmount="50" CreationDate="2021-03-07" />
                <row Id="4" PostId="1" VoteTypeId="10" CreationDate="2021-03-07T00:00:00.000" />
                """);
        var found = read(Map.of());
        assertThat(deed(found, "badge/7").kind()).isEqualTo(Kind.BADGE);
        assertThat(deed(found, "badge/7").text()).isEqualTo("Student");
        assertThat(deed(found, "vote/2").kind()).isEqualTo(Kind.VOTE);
        assertThat(deed(found, "vote/2").who()).isNull();
        assertThat(deed(found, "vote/2").inferred()).isTrue();
        assertThat(deed(found, "vote/3").who()).isEqualTo("11");
        assertThat(deed(found, "vote/3").facts()).containsEntry("bounty", "50");
        assertThat(deed(found, "vote/4").kind()).isEqualTo(Kind.SYSTEM_NOTE);
        assertThat(found.all(Mark.class))
                .extracting(Mark::at)
                .containsExactly(Instant.parse("2021-03-06T00:00:00Z"));
    }

    @Test
    void anEditOfAnothersPostIsWikiWorkAndOneOfOnesOwnIsNot() throws IOException {
        file("Posts.xml", "posts", QUESTION + ANSWER);
        file(
                "PostHistory.xml",
                "posthistory",
                """
                <row Id="1" PostHistoryTypeId="2" PostId="1" RevisionGUID="a" CreationDate="2021-03-04T10:00:00" UserId="10" Text="How" />
                <row Id="2" PostHistoryTypeId="4" PostId="1" RevisionGUID="b" CreationDate="2021-03-05T10:00:00" UserId="11" Text="Greetings" />
                <row Id="3" PostHistoryTypeId="5" PostId="1" RevisionGUID="b" CreationDate="2021-03-05T10:00:00" UserId="11" Text="1 &lt; 2" />
                <row Id="4" PostHistoryTypeId="5" PostId="2" RevisionGUID="c" CreationDate="2021-03-06T10:00:00" UserId="11" Text="Mine" />
                <row Id="5" PostHistoryTypeId="10" PostId="1" RevisionGUID="d" CreationDate="2021-03-07T10:00:00" UserId="12" />
                """);
        var found = read(Map.of());
        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .containsExactly("post/1", "post/2", "revision/b", "revision/c", "history/5");
        assertThat(deed(found, "revision/b").kind()).isEqualTo(Kind.WIKI_EDIT);
        assertThat(deed(found, "revision/b").title()).isEqualTo("Greetings");
        assertThat(deed(found, "revision/b").text()).isEqualTo("1 &lt; 2");
        assertThat(deed(found, "revision/c").kind()).isEqualTo(Kind.SYSTEM_NOTE);
        assertThat(deed(found, "history/5").facts()).containsEntry("event", "closed");
    }

    @Test
    void aBadRowIsRefusedWithItsLineAndTheRestIsRead() throws IOException {
        file(
                "Posts.xml",
                "posts",
                """
                <row Id="5" PostTypeId="1" CreationDate="1969-07-20T20:17:00" />
                <row Id="6" PostTypeId="1" CreationDate="2100-01-01T00:00:00" />
                <row Id="7" PostTypeId="1" CreationDate="yesterday" />
                <row PostTypeId="1" CreationDate="2021-03-04T10:00:00" />
                <row Id="8" PostTypeId="2" CreationDate="2021-03-04T10:00:00" />
                <row Id="9" PostTypeId="1" Body="broken quote />
                <row Id="10" PostTypeId="1" CreationDate="2021-03-04T10:00:00" Body="&undeclared;" />
                """
                        + QUESTION
                        + "<row Id=\"11\" PostTypeId=\"1\" Body=\"cut off her");
        var found = read(Map.of());
        assertThat(found.all(Deed.class)).extracting(Deed::id).containsExactly("post/1");
        assertThat(found.all(Refused.class))
                .extracting(Refused::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 11L);
        assertThat(found.all(Refused.class)).allSatisfy(r -> assertThat(r.reason()).endsWith("."));
    }

    @Test
    void aDoctypeIsNeitherFollowedNorFatal() throws IOException {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, "do not read me");
        Files.writeString(
                folder.resolve("Posts.xml"),
                """
                <?xml version="1.0"?>
                <!DOCTYPE posts SYSTEM "posts.dtd" [
                  <!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;"><!ENTITY lol3 "&lol2;&lol2;&lol2;">
                  <!ENTITY file SYSTEM "%s">
                ]>
                <!-- don't <row Id="99" PostTypeId="1" CreationDate="2021-03-04T10:00:00" /> -->
                <posts>
                <row Id="3" PostTypeId="1" CreationDate="2021-03-04T10:00:00" Body="&lol3;" />
                <row Id="4" PostTypeId="1" CreationDate="2021-03-04T10:00:00" Body="&file;" />
                %s</posts>
                """
                        .formatted(secret.toUri(), QUESTION));
        var found = read(Map.of());
        assertThat(found.all(Deed.class)).extracting(Deed::id).containsExactly("post/1");
        assertThat(found.all(Refused.class)).hasSize(2);
        assertThat(found.all().toString())
                .doesNotContain("do not read me")
                .doesNotContain("lollol");
    }

    @Test
    void forbiddenCharactersNulBytesAndMixedCharsetsCostNothing() throws IOException {
        var rows =
                """
                <posts>
                <row Id="1" PostTypeId="1" CreationDate="2021-03-04T10:00:00" Title="a&#x0;b\0c" />
                <row Id="2" PostTypeId="1" CreationDate="2021-03-04T10:00:00" Title="Zoë" />
                """;
        var latin =
                "<row Id=\"3\" PostTypeId=\"1\" CreationDate=\"2021-03-04T10:00:00\" Title=\"Zoë\" /></posts>";
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes(rows.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(latin.getBytes(Charset.forName("windows-1252")));
        Files.write(folder.resolve("Posts.xml"), out.toByteArray());
        assertThat(read(Map.of()).all(Deed.class))
                .extracting(Deed::title)
                .containsExactly("a\uFFFDbc", "Zoë", "Zoë");
    }

    @Test
    void utf16AndDeclaredCharsetsAreRead() throws IOException {
        var text =
                "<?xml version=\"1.0\" encoding=\"%s\"?>\n<posts>"
                        + QUESTION.replace("Greeting", "Привет")
                        + "</posts>";
        Files.write(
                folder.resolve("Posts.xml"),
                text.formatted("koi8-r").getBytes(Charset.forName("KOI8-R")));
        assertThat(deed(read(Map.of()), "post/1").title()).isEqualTo("Привет");
        Files.write(
                folder.resolve("Posts.xml"),
                text.formatted("utf-16").getBytes(StandardCharsets.UTF_16));
        assertThat(deed(read(Map.of()), "post/1").title()).isEqualTo("Привет");
    }

    @Test
    void aRowWithoutEndIsRefusedAndTheNextIsRead() throws IOException {
        var huge = "x".repeat(Rows.MAX_ROW + 10);
        file(
                "Posts.xml",
                "posts",
                "<row Id=\"5\" PostTypeId=\"1\" Body=\"%s\" />\n".formatted(huge) + QUESTION);
        var found = read(Map.of());
        assertThat(found.all(Deed.class)).extracting(Deed::id).containsExactly("post/1");
        assertThat(found.all(Refused.class))
                .singleElement()
                .satisfies(r -> assertThat(r.raw()).hasSize(10_000));
    }

    @Test
    void theSiteIsWhatTheImporterSaysAndNeverThePath() throws IOException {
        file("Posts.xml", "posts", QUESTION);
        assertThat(deed(read(Map.of()), "post/1").source()).isEqualTo("stackexchange:site");
        assertThat(deed(read(Map.of()), "post/1").url()).isNull();
        var named = deed(read(Map.of("source", "tex.stackexchange.com")), "post/1");
        assertThat(named.source()).isEqualTo("stackexchange:tex.stackexchange.com");
        assertThat(named.url()).isEqualTo("https://tex.stackexchange.com/questions/1");
        assertThat(read(Map.of("source", "stackexchange:tex.stackexchange.com")).all())
                .isEqualTo(read(Map.of("source", "tex.stackexchange.com")).all());
    }

    @Test
    void twoSitesInOneFolderAreNotMixed() throws IOException {
        for (var site : new String[] {"a", "b"}) {
            Files.createDirectories(folder.resolve(site));
            file(site + "/Posts.xml", "posts", QUESTION);
        }
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("several sites");
    }

    @Test
    void onlyDumpsAreRecognised() throws IOException {
        try (var tree = Tree.of(folder)) {
            assertThat(new StackExchangeFormat().recognises(tree)).isFalse();
        }
        Files.writeString(folder.resolve("feed.xml"), "<rss><channel><item/></channel></rss>");
        try (var tree = Tree.of(folder)) {
            assertThat(new StackExchangeFormat().recognises(tree)).isFalse();
        }
        file("whatever.xml", "posts", QUESTION);
        try (var tree = Tree.of(folder)) {
            assertThat(new StackExchangeFormat().recognises(tree)).isTrue();
        }
    }
}
