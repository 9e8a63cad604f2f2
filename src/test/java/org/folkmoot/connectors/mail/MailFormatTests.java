package org.folkmoot.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFormatTests {

    private static final String ENVELOPE = "From ada at example.org  Sat May  4 12:00:00 2024\n";
    private static final String ADA =
            """
            From: ada at example.org (Ada)
            Date: Sat, 4 May 2024 14:00:00 +0200
            Subject: [moot] How do we greet?
            Message-ID: <1@example.org>

            Hello all
            """;
    private static final String GRACE =
            """
            From: "Grace, H." <Grace@Example.ORG>
            Date: Sat, 4 May 2024 13:00:00 GMT
            Subject: =?UTF-8?Q?Re:_[moot]_Gr=C3=BC=C3=9Fe?=
            Message-ID: <2 at example.org>
            In-Reply-To: Your message of "Sat" from <ada@example.org> <1 at example.org>
            References: <0@example.org>
             <1 at example.org>

            > Hello all
            Warmly
            """;

    @TempDir Path folder;

    private Found.Basket read(Path path, Map<String, String> options) throws IOException {
        return Given.read(new MailFormat(), path, options);
    }

    private Found.Basket read(byte[] mbox) throws IOException {
        return read(Files.write(folder.resolve("box.mbox"), mbox), Map.of());
    }

    private Found.Basket read(String... mails) throws IOException {
        return read(
                (ENVELOPE + String.join("\n" + ENVELOPE, mails)).getBytes(StandardCharsets.UTF_8));
    }

    private Deed only(String... mails) throws IOException {
        var deeds = read(mails).all(Deed.class);
        assertThat(deeds).hasSize(1);
        return deeds.getFirst();
    }

    private static String with(String header) {
        return header + "\n" + ADA;
    }

    @Test
    void aThreadIsAMessageAndItsReplies() throws IOException {
        var found = read(GRACE, ADA);
        var reply = found.all(Deed.class).getFirst();
        assertThat(reply.id()).isEqualTo("2@example.org");
        assertThat(reply.kind()).isEqualTo(Kind.REPLY);
        assertThat(reply.parent()).isEqualTo("1@example.org");
        assertThat(reply.who()).isEqualTo("grace@example.org");
        assertThat(reply.title()).isEqualTo("Re: [moot] Grüße");
        assertThat(reply.text()).isEqualTo("> Hello all\nWarmly");
        var start = found.all(Deed.class).getLast();
        assertThat(start.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(start.at()).isEqualTo("2024-05-04T12:00:00Z");
        assertThat(start.who()).isEqualTo("ada@example.org");
        assertThat(found.all(Person.class))
                .extracting(p -> p.fields().get("name"))
                .containsExactly("Grace, H.", "Ada");
        assertThat(found.all(Found.Place.class))
                .singleElement()
                .satisfies(p -> assertThat(p.style()).isEqualTo(Style.FORUM));
    }

    @Test
    void withoutInReplyToTheLastReferenceIsTheParent() throws IOException {
        assertThat(only(with("References: <a@x> <b@x>")).parent()).isEqualTo("b@x");
        assertThat(only(with("References: <a@x> <b@x>\nIn-Reply-To: no address here")).parent())
                .isEqualTo("b@x");
        assertThat(only(with("In-Reply-To: bare@x")).parent()).isEqualTo("bare@x");
    }

    @Test
    void aMailThatAnswersItselfStartsAThread() throws IOException {
        assertThat(only(with("In-Reply-To: <1@example.org>")).parent()).isNull();
    }

    @Test
    void proseThatStartsWithFromStaysInItsMail() throws IOException {
        var found =
                read(
                        ADA
                                + "\nFrom homebrew.\nFrom 12:30:00 until 2024 we met\n\nFrom Ada Sat May 4 12:00:00 2024 on\nthis goes on\n>From here\n>>From there\n",
                        GRACE);
        assertThat(found.all(Deed.class)).hasSize(2);
        assertThat(found.all(Deed.class).getFirst().text())
                .contains("\nFrom homebrew.\n")
                .contains("this goes on\nFrom here\n>From there");
    }

    @Test
    void aFilesNameInACharsetThatNobodyKnowsIsKept() {
        var mail =
                """
                From: Ada <ada@example.org>
                MIME-Version: 1.0
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename*=x-nobody''01%20Caf%E9.mp3

                x
                """;
        assertThat(Words.of(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)).files())
                .containsExactly("01 Caf\u00e9.mp3");
    }

    @Test
    void aWordThatIsNoUtf8AlthoughItSaysSoIsRead() {
        assertThat(Headers.decoded("=?UTF-8?Q?Luc=EDa_Cruz?=")).isEqualTo("Luc\u00eda Cruz");
        assertThat(Headers.decoded("=?UTF-8?Q?Luc=C3=ADa?=")).isEqualTo("Luc\u00eda");
    }

    @Test
    void lettersThatAnArchiveMaskedForGoodStayMasked() throws IOException {
        var mail =
                ADA.replace(
                        "ada at example.org (Ada)",
                        "@d@ @end|ng |rom Ex@mp|e@org (=?ISO-8859-1?Q?Zo=EB?=)");
        var found = read(mail, mail.replace("@end|ng |rom", "@ending from").replace("<1@", "<2@"));
        assertThat(found.all(Deed.class))
                .extracting(Deed::who)
                .containsOnly("@d@ @end|ng |rom ex@mp|e@org");
        assertThat(found.all(Person.class))
                .singleElement()
                .satisfies(
                        p ->
                                assertThat(p.fields())
                                        .containsEntry("name", "Zoë")
                                        .doesNotContainKey("email"));
    }

    @Test
    void aListThatWritesInSomeonesNameIsNotTheAuthor() throws IOException {
        var rewritten =
                ADA.replace(
                        "ada at example.org (Ada)", "\"Ada L. via moot\" <moot@lists.example.org>");
        assertThat(only("Reply-To: Ada <ada@example.org>\n" + rewritten).who())
                .isEqualTo("ada@example.org");
        assertThat(only("X-Original-From: Ada <ada@example.net>\n" + rewritten).who())
                .isEqualTo("ada@example.net");
        assertThat(only("Reply-To: moot@lists.example.org\n" + rewritten).who())
                .isEqualTo("name:ada l.");
    }

    @Test
    void aMissingAuthorIsTakenFromTheEnvelopeOrUnknown() throws IOException {
        var nobody = ADA.replaceFirst("From:.*\n", "");
        assertThat(only(nobody).who()).isEqualTo("ada@example.org");
        assertThat(
                        read(("From - Sat May  4 12:00:00 2024\n" + nobody)
                                        .getBytes(StandardCharsets.UTF_8))
                                .all(Deed.class))
                .hasSize(1);
    }

    @Test
    void impossibleDatesGiveWayToTheArchivesAndNoneIsRefused() throws IOException {
        for (var date :
                new String[] {
                    "Sun, 20 Jul 1969 20:17:00 +0000",
                    "Fri, 1 Jan 2100 00:00:00 +0000",
                    "Wed, 1 May 2030 00:00:00 +0000",
                    "yesterday",
                    "31 Feb 2024 00:00:00 +0000"
                }) {
            var deed = only(ADA.replaceFirst("Date: .*", "Date: " + date));
            assertThat(deed.at()).as(date).isEqualTo("2024-05-04T12:00:00Z");
            assertThat(deed.inferred()).isTrue();
        }
        var undated =
                "From ada  Sat May  4 12:00:00 2100\n"
                        + ADA.replaceFirst("Date: .*", "Date: 1 Jan 2100 00:00:00 GMT");
        var found = read((undated + "\n" + ENVELOPE + GRACE).getBytes(StandardCharsets.UTF_8));
        assertThat(found.all(Refused.class))
                .singleElement()
                .satisfies(
                        r -> {
                            assertThat(r.line()).isEqualTo(1);
                            assertThat(r.raw()).contains("Hello all");
                        });
        assertThat(found.all(Deed.class)).hasSize(1);
    }

    @Test
    void aDateLongAfterTheLastServerHadItIsNotBelieved() throws IOException {
        var received = "Received: from a by b;\n Thu, 2 May 2024 10:00:00 +0000\n";
        assertThat(only(received + ADA).inferred()).isTrue();
        assertThat(
                        only(received.replace("Thu, 2", "Fri, 3").replace("10:", "13:") + ADA)
                                .inferred())
                .isFalse();
    }

    @Test
    void theListsOwnHeadersNameThePlaceBeforeAnythingElse() throws IOException {
        assertThat(only(with("List-Id: Moot talk <moot.example.org>")).place())
                .isEqualTo("moot.example.org");
        assertThat(only(with("List-Post: <mailto:moot@example.org>")).place())
                .isEqualTo("moot@example.org");
        assertThat(only(ADA).place()).isEqualTo("moot");
        var plain = ADA.replace("[moot] ", "");
        assertThat(only(plain).place()).isEqualTo("list");
        assertThat(read(folder, Map.of("place", "Talk")).all(Deed.class))
                .extracting(Deed::place)
                .containsExactly("talk");
        var sub = Files.createDirectories(folder.resolve("archive/moot-talk"));
        Files.delete(folder.resolve("box.mbox"));
        Files.writeString(sub.resolve("2024.txt"), ENVELOPE + plain);
        assertThat(read(folder.resolve("archive"), Map.of()).all(Deed.class))
                .extracting(Deed::place)
                .containsExactly("moot-talk");
    }

    @Test
    void withoutAnIdAHashStandsInAndIsTheSameAgain() throws IOException {
        var mail = ADA.replaceFirst("Message-ID:.*\n", "");
        assertThat(only(mail).id()).startsWith("hash:").isEqualTo(only(mail).id());
        assertThat(only(mail.replace("greet", "meet")).id()).isNotEqualTo(only(mail).id());
    }

    @Test
    void plainTextIsPreferredAndAttachmentsAreNamed() throws IOException {
        var mail =
                with("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b")
                        .replace(
                                "Hello all\n",
                                """
                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/html

                <p>not this</p>
                --c
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe =
                allen
                --c--
                --b
                Content-Type: application/pdf; name="=?UTF-8?B?WW/Dqy5wZGY=?="
                Content-Transfer-Encoding: base64

                AAAA
                --b--
                """);
        var deed = only(mail);
        assertThat(deed.text()).isEqualTo("Grüße allen");
        assertThat(deed.files()).containsExactly("Yoë.pdf");
    }

    @Test
    void htmlAloneIsReadAsTheTextItShows() throws IOException {
        var html =
                "<html><head><title>x</title></head><style>p{}</style><p>Gr&uuml;&szlig;e<br>an &lt;alle&gt;</p><script>alert(1)</script>1 < 2";
        var deed =
                only(
                        with("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64")
                                .replace(
                                        "Hello all\n",
                                        Base64.getEncoder()
                                                        .encodeToString(
                                                                html.getBytes(
                                                                        StandardCharsets.UTF_8))
                                                + "\n"));
        assertThat(deed.text()).isEqualTo("Grüße\nan <alle>\n1 < 2");
    }

    @Test
    void wrongUnknownAndMissingCharsetsAreReadByWhatTheyLookLike() throws IOException {
        for (var type :
                new String[] {
                    "text/plain; charset=utf-8", "text/plain; charset=no-such", "text/plain"
                }) {
            var out = new ByteArrayOutputStream();
            out.writeBytes(
                    (ENVELOPE + with("Content-Type: " + type + "\nContent-Transfer-Encoding: 8bit"))
                            .getBytes(StandardCharsets.UTF_8));
            out.writeBytes("Zoë\0\n".getBytes(Charset.forName("windows-1252")));
            assertThat(read(out.toByteArray()).all(Deed.class))
                    .as(type)
                    .extracting(Deed::text)
                    .containsExactly("Hello all\nZoë");
        }
    }

    @Test
    void attachmentsThatAnArchiveTookAwayAreStillNamed() throws IOException {
        var deed =
                only(
                        ADA
                                + "\n-------------- next part --------------\nA non-text attachment was scrubbed...\nName: plan.pdf\nType: application/pdf\n");
        assertThat(deed.files()).containsExactly("plan.pdf");
    }

    @Test
    void automaticMailIsMarkedAndOnlyTheMailerIsABot() throws IOException {
        var found =
                read(
                        with("Auto-Submitted: auto-replied"),
                        GRACE.replace(
                                "\"Grace, H.\" <Grace@Example.ORG>", "MAILER-DAEMON@example.org"));
        assertThat(found.all(Deed.class).getFirst().facts()).containsEntry("auto", "true");
        assertThat(found.all(Person.class))
                .extracting(p -> p.flags().contains(Person.Flag.BOT))
                .containsExactly(false, true);
        assertThat(only(with("Auto-Submitted: no")).facts()).doesNotContainKey("auto");
    }

    @Test
    void packedMonthsAreReadAloneAndInAFolder() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((ENVELOPE + ADA).getBytes(StandardCharsets.UTF_8));
        }
        var file = Files.write(folder.resolve("2024-May.txt.gz"), packed.toByteArray());
        try (var tree = Tree.of(folder)) {
            assertThat(new MailFormat().recognises(tree)).isTrue();
        }
        assertThat(read(folder, Map.of()).all(Deed.class))
                .isEqualTo(read(file, Map.of()).all(Deed.class))
                .hasSize(1);
        Files.write(
                folder.resolve("2024-June.txt.gz"),
                Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        assertThat(read(folder, Map.of()).all(Refused.class))
                .extracting(Refused::file)
                .containsExactly("2024-June.txt");
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write((ENVELOPE + ADA).getBytes(StandardCharsets.UTF_8));
            gzip.write("padding\n".repeat(4 << 20).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("2024-April.txt.gz"), bomb.toByteArray());
        assertThat(read(folder, Map.of()).all(Refused.class))
                .as("the others are read all the same")
                .extracting(Refused::file)
                .containsExactly("2024-April.txt", "2024-June.txt");
    }

    @Test
    void anEndlessLineAndAnEndlessHeaderAreCut() throws IOException {
        var line = only(ADA + "x".repeat(Mbox.MAX_LINE + 500_000) + "\nafter\n");
        assertThat(line.facts()).containsEntry("cut", "true");
        assertThat(line.text()).endsWith("after").hasSizeLessThan(Mbox.MAX_LINE + 100);
        var header = only(("X-Long: " + "y".repeat(900) + "\n").repeat(2_000) + ADA);
        assertThat(header.facts()).containsEntry("cut", "true");
        var body = only(ADA + ("z".repeat(1_000) + "\n").repeat(12_000));
        assertThat(body.text()).hasSizeBetween(9 << 20, Mbox.MAX_MAIL);
    }

    @Test
    void partsWithinPartsWithoutEndAreGivenAsTheyStand() throws IOException {
        var mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n" + ADA);
        for (var i = 1; i < 5_000; i++) {
            mail.append(
                    "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i - 1, i));
        }
        assertThat(only(mail + "--b4999\n\ndeep\n").facts()).containsEntry("broken", "true");
        var fair = mail.substring(0, mail.indexOf("--b150\n"));
        assertThat(only(fair + "--b150\n\ndeep\n").text()).isEqualTo("deep");
    }

    @Test
    void textThatIsNoMailIsRefusedOnceAndABomIsNone() throws IOException {
        var found = read(("notes\nmore\n\n" + ENVELOPE + ADA).getBytes(StandardCharsets.UTF_8));
        assertThat(found.all(Refused.class)).hasSize(1);
        assertThat(found.all(Deed.class)).hasSize(1);
        assertThat(
                        read(("\uFEFF" + ENVELOPE + ADA).getBytes(StandardCharsets.UTF_8))
                                .all(Refused.class))
                .isEmpty();
        assertThat(read(new byte[0]).all(Deed.class)).isEmpty();
    }

    @Test
    void otherTextIsNotTakenForMail() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "From here on, 12:30 in 2024\nwe meet.\n");
        Files.writeString(folder.resolve("data.json"), ENVELOPE + ADA);
        try (var tree = Tree.of(folder)) {
            assertThat(new MailFormat().recognises(tree)).isFalse();
        }
    }
}
