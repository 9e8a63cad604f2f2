package org.folkmoot.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTests {

    @TempDir Path folder;

    private Basket read(String text) throws IOException {
        return Given.read(new CsvFormat(), Given.file(folder, "a.csv", text));
    }

    @Test
    void aListOfPeopleBecomesPeople() throws IOException {
        var found =
                read(
                        """
                        Vorname;Nachname;E-Mail;Firma;Rolle;Schlagworte;Beitrittsdatum;Punkte 2023
                        Ada;Lovelace;Ada@Example.org;Analytical;Staff;"mathe, git";31.01.2023;7
                        Zoë;Grün;zoe@example.org;;;;;
                        """);

        var people = found.all(Person.class);
        assertThat(people)
                .extracting(Person::id)
                .containsExactly("ada@example.org", "zoe@example.org");
        var ada = people.getFirst();
        assertThat(ada.fields())
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("organisation", "Analytical")
                .containsEntry("punkte_2023", "7");
        assertThat(ada.flags()).containsExactly(Person.Flag.STAFF);
        assertThat(ada.tags()).containsExactly("mathe", "git");
        assertThat(ada.joined()).isEqualTo(Instant.parse("2023-01-31T00:00:00Z"));
        assertThat(found.all(Deed.class)).isEmpty();
        assertThat(found.all(Refused.class)).isEmpty();
    }

    @Test
    void aMeetingsReportIsReadBelowWhatItSaysOfTheMeeting() throws IOException {
        var found =
                read(
                        """
                        Topic,ID,Host,Duration (minutes),Start time,End time,Participants
                        "Open hours, spring",812 3456 7890,Ada,62,03/21/2025 05:58:00 PM,03/21/2025 07:00:00 PM,2

                        Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response
                        Grace (she/her),grace@example.org,03/21/2025 06:03:00 PM,03/21/2025 07:00:00 PM,57,Yes,OK
                        Alan,,03/21/2025 06:25:00 PM,03/21/2025 07:00:00 PM,35,Yes,
                        """);

        assertThat(found.all(Refused.class)).isEmpty();
        assertThat(found.all(Deed.class))
                .extracting(Deed::kind, Deed::who, Deed::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ATTENDANCE,
                                "grace@example.org",
                                Instant.parse("2025-03-21T18:03:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ATTENDANCE,
                                "name:alan",
                                Instant.parse("2025-03-21T18:25:00Z")));
        assertThat(found.all(Deed.class).getFirst().facts())
                .containsEntry("duration_minutes", "57")
                .containsEntry("leave_time", "03/21/2025 07:00:00 PM");
    }

    @Test
    void aReportPartedByTabsIsReadToo() throws IOException {
        var found =
                Given.read(
                        new CsvFormat(),
                        Given.file(
                                folder,
                                "t.csv",
                                "\uFEFF1. Summary\nMeeting title\tOpen hours\n\n2. Participants\nName\tFirst Join\tLast Leave\tEmail\tRole\nAda L\t3/21/25, 5:58:00 PM\t3/21/25, 7:00:00 PM\tada@example.org\tOrganizer\n",
                                StandardCharsets.UTF_16LE));
        assertThat(found.all(Refused.class)).isEmpty();
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(
                        deed -> {
                            assertThat(deed.kind()).isEqualTo(Kind.ATTENDANCE);
                            assertThat(deed.at()).isEqualTo("2025-03-21T17:58:00Z");
                        });
    }

    @Test
    void aNumberedAttendeeIsNotCalledByTheNumber() throws IOException {
        var found =
                read(
                        """
                        Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status
                        9012,2023-03-01 10:22:33+01:00,Ada,L,ada@example.org,General,15123,Checked In
                        """);
        assertThat(found.all(Person.class).getFirst().fields()).containsEntry("name", "Ada L");
        assertThat(found.all(Deed.class).getFirst().kind()).isEqualTo(Kind.REGISTRATION);
    }

    @Test
    void beforeTheEventAGuestListTellsWhoRegistered() throws IOException {
        var head =
                "api_id,name,email,created_at,approval_status,checked_in_at,qr_code_url,ticket_name\n";
        var found =
                read(
                        head
                                + "gst-1,Ada L,ada@example.org,2026-01-02T10:00:00.000Z,approved,,https://example.org/c/1,Standard\n");
        assertThat(found.all(Refused.class)).isEmpty();
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(
                        deed -> {
                            assertThat(deed.kind()).isEqualTo(Kind.REGISTRATION);
                            assertThat(deed.at()).isEqualTo("2026-01-02T10:00:00Z");
                        });
        var after =
                read(
                        head
                                + "gst-1,Ada L,ada@example.org,2026-01-02T10:00:00.000Z,approved,2026-01-10T18:00:00.000Z,https://example.org/c/1,Standard\n"
                                + "gst-2,Bo,bo@example.org,2026-01-02T10:00:00.000Z,declined,,https://example.org/c/2,Standard\n");
        assertThat(after.all(Refused.class)).isEmpty();
        assertThat(after.all(Deed.class)).hasSize(1);
        assertThat(after.all(Person.class)).hasSize(2);
    }

    @Test
    void aParagraphWithColumnsNamesIsNoReport() throws IOException {
        var found =
                read(
                        """
                        name,time,text
                        Ada,2024-03-01 10:00:00,"Send us:

                        name, email, company"
                        Grace,2024-03-01 11:00:00,Yes
                        """);
        assertThat(found.all(Deed.class)).hasSize(2);
    }

    @Test
    void aGuestListTellsWhoCameAndKeepsTheRest() throws IOException {
        var found =
                read(
                        """
                        api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name
                        gst-1,Ada L,Ada,L,ada@example.org,,2026-01-02T10:00:00.000Z,approved,2026-01-10T18:00:00.000Z,Standard
                        gst-2,Bo,Bo,,bo@example.org,,2026-01-03T10:00:00.000Z,declined,,Standard
                        """);

        assertThat(found.all(Person.class)).hasSize(2);
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(
                        deed -> {
                            assertThat(deed.kind()).isEqualTo(Kind.ATTENDANCE);
                            assertThat(deed.at()).isEqualTo("2026-01-10T18:00:00Z");
                            assertThat(deed.facts())
                                    .containsEntry("ticket_name", "Standard")
                                    .containsEntry("approval_status", "approved")
                                    .containsEntry("created_at", "2026-01-02T10:00:00.000Z");
                        });
    }

    @Test
    void aListOfActivitiesBecomesPeoplePlacesAndDeeds() throws IOException {
        var found =
                read(
                        """
                        id,author,type,date,channel,text,parent
                        m1,Ada,question,2024-03-01 10:00:00,#help,How do I rotate keys?,
                        m2,Grace,reply,2024-03-01T10:05:00+01:00,#help,"With care, ""slowly""
                        and twice",m1
                        """);

        assertThat(found.all(Deed.class))
                .extracting(Deed::id, Deed::kind, Deed::who, Deed::parent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("m1", Kind.QUESTION, "name:ada", null),
                        org.assertj.core.groups.Tuple.tuple("m2", Kind.REPLY, "name:grace", "m1"));
        var reply = found.all(Deed.class).getLast();
        assertThat(reply.text()).isEqualTo("With care, \"slowly\"\nand twice");
        assertThat(reply.at()).isEqualTo(Instant.parse("2024-03-01T09:05:00Z"));
        assertThat(reply.place()).isEqualTo("help");
        assertThat(found.all(Found.Place.class))
                .extracting(Found.Place::name)
                .containsExactly("help");
        assertThat(found.all(Person.class)).hasSize(2);
    }

    @Test
    void theSameFileTwiceGivesTheSameIdsAndEqualRowsStayApart() throws IOException {
        var text =
                """
                email,when,text
                ada@example.org,2024-03-01,Hello
                ada@example.org,2024-03-01,Hello
                """;

        var first = read(text).all(Deed.class);
        assertThat(first).extracting(Deed::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(read(text).all(Deed.class)).isEqualTo(first);
    }

    @Test
    void rowsThatCannotBeUsedAreRefusedWithTheirLineAndTheRestIsRead() throws IOException {
        var found =
                read(
                        """
                        email,date,text
                        ada@example.org,2024-02-30,No such day
                        ada@example.org,2024-02-01
                        ada@example.org,2024-02-01,too,wide
                        ada@example.org,,Said but never dated

                        grace@example.org,2024-02-02,Fine
                        """);

        assertThat(found.all(Refused.class))
                .extracting(Refused::line)
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(found.all(Refused.class).get(1).reason())
                .isEqualTo("This row has 2 cells where the first row has 3.");
        assertThat(found.all(Refused.class).get(2).raw()).contains("too,wide");
        assertThat(found.all(Deed.class)).extracting(Deed::text).containsExactly("Fine");
    }

    @Test
    void aStrayQuoteCostsOneRowAndNotTheRest() throws IOException {
        var found =
                read(
                        """
                        email,when,text
                        ada@example.org,2024-02-01,"never closed
                        grace@example.org,2024-02-02,Fine
                        linus@example.org,2024-02-03,"Fine, too"
                        """);

        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(2L);
        assertThat(found.all(Deed.class))
                .extracting(Deed::text)
                .containsExactly("Fine", "Fine, too");
    }

    @Test
    void aCellOfMoreThanAMillionCharactersIsRefused() throws IOException {
        var found =
                read(
                        "email,when,text\nada@example.org,2024-02-01,"
                                + "x".repeat(3_000_000)
                                + "\nada@example.org,2024-02-01,"
                                + "y".repeat(9_000_000)
                                + "\ngrace@example.org,2024-02-02,Fine\n");

        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(2L, 3L);
        assertThat(found.all(Deed.class)).extracting(Deed::text).containsExactly("Fine");
    }

    @Test
    void everyEncodingThatSpreadsheetsWriteIsRead() throws IOException {
        var text = "Name;E-Mail\nZoë Grün;zoe@example.org\n";
        var tabs = "\uFEFFName\tE-Mail\n山田花子\thanako@example.org\n";
        var path = folder.resolve("x.csv");

        for (var charset :
                new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
            Files.write(path, text.getBytes(charset));
            assertThat(Given.read(new CsvFormat(), path).all(Person.class).getFirst().fields())
                    .containsEntry("name", "Zoë Grün");
        }
        for (var charset :
                new Charset[] {
                    StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8
                }) {
            Files.write(path, tabs.getBytes(charset));
            assertThat(Given.read(new CsvFormat(), path).all(Person.class).getFirst().fields())
                    .containsEntry("name", "山田花子");
        }
    }

    @Test
    void aFileWithMixedEncodingsAndNulBytesIsReadLineByLine() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.write("name,email\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("Zoë,zoe@example.org\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("Jörg\0,joerg@example.org\n".getBytes(StandardCharsets.ISO_8859_1));
        var path = Files.write(folder.resolve("m.csv"), bytes.toByteArray());

        assertThat(Given.read(new CsvFormat(), path).all(Person.class))
                .extracting(p -> p.fields().get("name"))
                .containsExactly("Zoë", "Jörg");
    }

    @Test
    void formulasAreKeptAsTextAndWarnedOf() throws IOException {
        var path =
                Given.file(
                        folder, "f.csv", "name,email,note\n=HYPERLINK(\"x\"),ada@example.org,hi\n");

        try (var tree = org.folkmoot.connectors.intake.Tree.of(path)) {
            assertThat(CsvPreview.of(tree, tree.files().getFirst()).columns().warnings())
                    .anyMatch(w -> w.contains("formulas"));
        }
        var found = Given.read(new CsvFormat(), path);
        assertThat(found.all(Person.class).getFirst().fields().get("name"))
                .startsWith("=HYPERLINK");
    }

    @Test
    void aChosenMappingIsUsedInsteadOfTheGuess() throws IOException {
        var path = Given.file(folder, "w.csv", "a,b,c\nAda,03/04/2024,hello\n");
        var mapping =
                "{\"columns\":{\"a\":\"name\",\"b\":\"time\",\"c\":\"text\"},\"dates\":\"day_first\",\"zone\":\"Europe/Berlin\",\"kind\":\"comment\"}";

        var found =
                Given.read(new CsvFormat(), path, Map.of("mapping", mapping, "source", "csv:club"));

        var deed = found.all(Deed.class).getFirst();
        assertThat(deed.at()).isEqualTo(Instant.parse("2024-04-02T22:00:00Z"));
        assertThat(deed.kind()).isEqualTo(Kind.COMMENT);
        assertThat(deed.source()).isEqualTo("csv:club");
        assertThat(Mapping.of(Mapping.of(mapping).json())).isEqualTo(Mapping.of(mapping));
        assertThatThrownBy(() -> Given.read(new CsvFormat(), path, Map.of("mapping", "nonsense")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mapping");
    }

    @Test
    void itLeavesTheFilesOfKnownToolsToTheirReaders() throws IOException {
        assertThat(
                        Given.recognises(
                                new CsvFormat(),
                                Given.file(folder, "1.csv", "name,email\nAda,a@b.org\n")))
                .isTrue();
        for (var header :
                new String[] {
                    "AuthorID,Author,Date,Content,Attachments,Reactions",
                    "Member,Company,Role,First Seen,Last Seen,Activity Count,Tags",
                    "Member,Company,First Contrib,Last Contrib,Contrib Count,Tags",
                    "id,username,displayName,emails,score,joinedAt,activeOn,identities,tags,organizations,activityCount,lastActive,reach,averageSentiment,score,attributes",
                    "id,name,username,email,title,created_at,last_seen_at,trust_level",
                    "name,email,github,twitter,linkedin,discord,bio,teammate,tags",
                    "email,title,activity_type,occurred_at"
                }) {
            var path = Given.file(folder, "2.csv", header + "\n");
            assertThat(Given.recognises(new CsvFormat(), path)).as(header).isFalse();
        }
    }
}
