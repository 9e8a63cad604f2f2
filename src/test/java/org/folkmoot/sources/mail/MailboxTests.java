package org.folkmoot.sources.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.mail.MailAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Lone;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    private static final String MAIL =
            """
            From: Ada Lovelace <Ada@Example.org>
            To: moot@lists.example.org
            Subject: [moot] Key rotation
            Date: Sun, 01 Mar 2026 09:00:00 +0100
            Message-ID: <m%d@example.org>
            List-Id: The Moot <moot.lists.example.org>
            List-Post: <mailto:moot@lists.example.org>
            Content-Type: text/plain; charset=utf-8

            Mail %d says grüezi.
            From here on it goes on.
            """;

    @RegisterExtension
    static final GreenMailExtension server =
            new GreenMailExtension(
                    ServerSetup.dynamicPort(
                            new ServerSetup[] {ServerSetupTest.SMTP, ServerSetupTest.IMAP}));

    private final MailConnector mail = new MailConnector(Lone.sockets("127.0.0.1"));
    private GreenMailUser ada;

    @BeforeEach
    void open() {
        ada = server.setUser("ada@example.org", "ada", "swordfish");
    }

    private static String text(int n) {
        return MAIL.formatted(n, n).replace("\n", "\r\n");
    }

    private void deliver(String text) throws Exception {
        ada.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private Connection connection(Map<String, String> own, String password) {
        var settings = new HashMap<String, String>();
        mail.settings().forEach(s -> settings.put(s.name(), s.fallback()));
        settings.put("imap-url", "imap://127.0.0.1:" + server.getImap().getPort());
        settings.put("smtp-url", "smtp://127.0.0.1:" + server.getSmtp().getPort());
        settings.put("user", "ada");
        settings.put("from", "Ada <ada@example.org>");
        settings.putAll(own);
        return new Connection(7, settings, Map.of("password", password));
    }

    private Line line(Map<String, String> own) {
        return Lone.line(connection(own, "swordfish"), mail, NOW);
    }

    private record Round(List<Found> found, String next, int pages) {}

    private Round round(String from, Map<String, String> own) {
        var found = new ArrayList<Found>();
        var cursor = from;
        for (int pages = 1; pages < 50; pages++) {
            var caught = (Pull.Caught) Pulling.pull(mail, line(own), cursor);
            found.addAll(caught.page());
            cursor = caught.next();
            if (!caught.more()) {
                return new Round(found, cursor, pages);
            }
        }
        throw new AssertionError("It does not end");
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().filter(Deed.class::isInstance).map(f -> ((Deed) f).id()).toList();
    }

    @Test
    void aMailIsTheSameAsInAnImportOfItsMbox() throws Exception {
        deliver(text(1));
        var mbox =
                "From ada@example.org Sun Mar  1 08:00:01 2026\n"
                        + MAIL.formatted(1, 1).replace("\nFrom here", "\n>From here")
                        + "\n";
        var imported = new Found.Basket();
        new MailAnswers(imported)
                .archive(
                        new ByteArrayInputStream(mbox.getBytes(StandardCharsets.UTF_8)),
                        "moot.mbox",
                        "INBOX");
        var live = round("", Map.of()).found();
        assertThat(live).containsExactlyElementsOf(imported.all());
        assertThat(ids(live)).containsExactly("m1@example.org");
        assertThat(live)
                .filteredOn(Person.class::isInstance)
                .singleElement()
                .satisfies(
                        p ->
                                assertThat(((Person) p).fields())
                                        .containsEntry("email", "ada@example.org"));
    }

    @Test
    void allAreReadOverPagesAndThenOnlyWhatIsNewAndNothingIsMarked() throws Exception {
        for (int n = 1; n <= 230; n++) {
            deliver(text(n));
        }
        var inbox = server.getManagers().getImapHostManager().getInbox(ada);
        inbox.getMessages().subList(3, 9).forEach(m -> m.setFlag(Flags.Flag.DELETED, true));
        inbox.expunge();
        var first = round("", Map.of());
        assertThat(ids(first.found()))
                .hasSize(224)
                .doesNotContain("m5@example.org")
                .contains("m230@example.org");
        assertThat(first.pages()).isEqualTo(2);
        assertThat(inbox.getMessages()).noneMatch(m -> m.getFlags().contains(Flags.Flag.SEEN));

        var second = round(first.next(), Map.of());
        assertThat(ids(second.found())).isEmpty();
        assertThat(second.pages()).isEqualTo(1);
        deliver(text(231));
        assertThat(ids(round(second.next(), Map.of()).found())).containsExactly("m231@example.org");
    }

    @Test
    void newNumbersAreReadAnewAndOtherFoldersToo() throws Exception {
        deliver(text(1));
        var next = round("", Map.of()).next();
        assertThat(
                        ids(
                                round(
                                                next.replaceAll(
                                                        "\"validity\":\\d+", "\"validity\":1"),
                                                Map.of())
                                        .found()))
                .containsExactly("m1@example.org");
        var host = server.getManagers().getImapHostManager();
        host.createMailbox(ada, "Lists")
                .store(
                        new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(
                                        text(2).getBytes(StandardCharsets.UTF_8))));
        assertThat(ids(round(next, Map.of("folder", "INBOX, Lists")).found()))
                .containsExactly("m2@example.org");
        assertThat(Pulling.pull(mail, line(Map.of("folder", "Lost")), ""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class, why -> assertThat(why.why()).contains("Lost"));
    }

    @Test
    void whatIsOlderThanWantedIsLeftOut() throws Exception {
        var inbox = server.getManagers().getImapHostManager().getInbox(ada);
        for (int n = 1; n <= 3; n++) {
            inbox.appendMessage(
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(text(n).getBytes(StandardCharsets.UTF_8))),
                    new Flags(),
                    Date.from(Instant.parse("2026-0%d-10T00:00:00Z".formatted(n + 2))));
        }
        assertThat(ids(round("", Map.of("since", "2026-04-01")).found()))
                .containsExactly("m2@example.org", "m3@example.org");
        assertThat(ids(round("", Map.of("since", "2030-01-01")).found())).isEmpty();
    }

    @Test
    void whoIsNotLetInSaysSoAndNothingUnencryptedLeavesForOthers() throws IOException {
        var wrong = Lone.line(connection(Map.of(), "guessed"), mail, NOW);
        assertThat(Pulling.pull(mail, wrong, ""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class,
                        why ->
                                assertThat(why.why())
                                        .contains("user and password")
                                        .doesNotContain("guessed"));
        var fenced = new MailConnector(Lone.sockets(""));
        assertThat(Pulling.pull(fenced, line(Map.of()), ""))
                .isInstanceOfSatisfying(
                        Pull.Unreachable.class,
                        why -> {
                            assertThat(why.why()).contains("own net");
                            assertThat(why.mayHaveActed()).isFalse();
                        });
        assertThatThrownBy(
                        () ->
                                fenced.acting()
                                        .orElseThrow()
                                        .act(line(Map.of()), reply("m1@example.org", "", "Hi")))
                .isInstanceOf(Stop.class);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(Pulling.pull(mail, line(Map.of("imap-url", "imap://127.0.0.1:1")), ""))
                .isInstanceOfSatisfying(
                        Pull.Unreachable.class,
                        why -> assertThat(why.why()).contains("Nobody answers"));
        assertThat(
                        Pulling.pull(
                                mail,
                                line(
                                        Map.of(
                                                "imap-url",
                                                "imaps://127.0.0.1:" + server.getImap().getPort())),
                                ""))
                .isInstanceOf(Pull.Unreachable.class);
        var elsewhere = new MailConnector(Lone.sockets("127.0.0.1:1"));
        assertThat(Pulling.pull(elsewhere, line(Map.of()), ""))
                .isInstanceOfSatisfying(
                        Pull.Unreachable.class,
                        why -> assertThat(why.why()).contains("does not allow"));
        var named = line(Map.of("imap-url", "imap://localhost:" + server.getImap().getPort()));
        assertThat(Pulling.pull(mail, named, "")).isInstanceOf(Pull.Unreachable.class);
    }

    private static Act reply(String target, String title, String text) {
        return new Act("folkmoot-12", Act.What.REPLY, target, title, text, Map.of(), NOW);
    }

    private static List<MimeMessage> sent() throws Exception {
        var all = new ArrayList<MimeMessage>();
        for (var one : server.getReceivedMessages()) {
            if (one.getMessageID().startsWith("<folkmoot-")) {
                all.add(one);
            }
        }
        return all;
    }

    @Test
    void anAnswerGoesIntoItsThreadUnderANameOfOurOwnAndIsFound() throws Exception {
        deliver(text(1).replace("Message-ID", "References: <m0@example.org>\r\nMessage-ID"));
        server.setUser("moot@lists.example.org", "moot", "x");
        var acting = mail.acting().orElseThrow();
        var act = reply("m1@example.org", "", "Grüezi.\nSo it is.");
        assertThat(acting.find(line(Map.of()), act)).isEmpty();
        var done = acting.act(line(Map.of()), act);
        var sent = sent();
        assertThat(sent).hasSize(1);
        var message = sent.getFirst();
        assertThat(message.getHeader("To")).containsExactly("moot@lists.example.org");
        assertThat(message.getHeader("From")).containsExactly("Ada <ada@example.org>");
        assertThat(message.getSubject()).isEqualTo("Re: [moot] Key rotation");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<m1@example.org>");
        assertThat(message.getHeader("References")[0].replaceAll("\\s+", " "))
                .isEqualTo("<m0@example.org> <m1@example.org>");
        assertThat(message.getHeader("Message-ID")).containsExactly("<" + done.id() + ">");
        assertThat(done.id()).startsWith("folkmoot-12.").endsWith("@example.org");
        assertThat(((String) message.getContent()).strip()).isEqualTo("Grüezi.\r\nSo it is.");

        ada.deliver(message);
        assertThat(acting.find(line(Map.of()), act)).contains(new Acting.Done(done.id(), ""));
        assertThat(ids(round("", Map.of()).found())).contains(done.id());
        assertThat(acting.act(line(Map.of()), act)).isEqualTo(done);
    }

    @Test
    void aNewMailNeedsATitleAndATo() throws Exception {
        server.setUser("moot@lists.example.org", "moot", "x");
        var acting = mail.acting().orElseThrow();
        var post =
                new Act(
                        "folkmoot-13",
                        Act.What.POST,
                        "",
                        "News\r\nBcc: eve@example.org",
                        "Hello",
                        Map.of(),
                        NOW);
        assertThatThrownBy(() -> acting.act(line(Map.of()), post))
                .hasMessageContaining("where it goes");
        var to = Map.of("to", "moot@lists.example.org");
        acting.act(line(to), post);
        var sent = sent();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().getSubject()).isEqualTo("News Bcc: eve@example.org");
        assertThat(sent.getFirst().getHeader("Bcc")).isNull();
        assertThat(sent.getFirst().getHeader("In-Reply-To")).isNull();
        assertThatThrownBy(() -> acting.act(line(to), reply("lost@example.org", "", "x")))
                .hasMessageContaining("title");
        assertThatThrownBy(() -> acting.act(line(to), reply("hash:12", "T", "x")))
                .hasMessageContaining("Message-ID");
        assertThatThrownBy(() -> acting.act(line(Map.of("smtp-url", "")), post))
                .hasMessageContaining("sends no mails");
        assertThatThrownBy(() -> acting.act(line(Map.of("to", "no address")), post))
                .hasMessageContaining("no address of a mailbox");
        assertThatThrownBy(() -> acting.find(line(Map.of("imap-url", "")), post))
                .isInstanceOf(Stop.class);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(mail.wrongWith(connection(Map.of(), "x"))).isEmpty();
        assertThat(mail.wrongWith(connection(Map.of("base-url", "https://x.example/a"), "x")))
                .isPresent();
        assertThat(mail.wrongWith(connection(Map.of("imap-url", ""), "x"))).isPresent();
        assertThat(mail.wrongWith(connection(Map.of("imap-url", "https://x.example"), "x")))
                .isPresent();
        assertThat(mail.wrongWith(connection(Map.of("smtp-url", "imaps://x.example"), "x")))
                .isPresent();
        assertThat(mail.wrongWith(connection(Map.of("user", ""), "x"))).isPresent();
        assertThat(mail.wrongWith(connection(Map.of(), ""))).isPresent();
        assertThat(mail.look(line(Map.of()))).contains("Signed in as ada").contains("0 mails");
        assertThat(mail.nameOf(connection(Map.of(), "x"))).isEqualTo("ada");
    }
}
