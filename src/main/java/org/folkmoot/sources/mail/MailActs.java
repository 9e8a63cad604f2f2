package org.folkmoot.sources.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Sockets;
import org.folkmoot.sources.Stop;
import org.jspecify.annotations.Nullable;

/// Mails by SMTP. Each has a Message-ID of our own making, the same at every try: by it one that
/// may have arrived is found again, and lists pass over a second copy.
record MailActs(Sockets sockets) implements Acting {

    private static final Duration A_WHILE = Duration.ofMinutes(5);
    private static final Pattern CODE = Pattern.compile("([45]\\d\\d)[ -]");

    @Override
    public Done act(Line line, Act act) {
        var connection = line.connection();
        if (connection.setting(MailConnector.SMTP).isEmpty()
                || connection.setting("from").isEmpty()) {
            throw new IllegalArgumentException(
                    "This connection sends no mails: it has no smtp-url, or no address to write from.");
        }
        var dial = Dial.of(connection, MailConnector.SMTP);
        var password =
                connection
                        .secret("smtp-password")
                        .or(() -> connection.secret(MailConnector.PASSWORD));
        try {
            var from = new InternetAddress(connection.setting("from"), true);
            var outgoing = Outgoing.of(act, from, connection.setting("to"), met(connection, act));
            var me = from.getAddress().replaceFirst("^.*@", "");
            var session = dial.session(sockets, password.isPresent(), me);
            send(line, dial, session, outgoing, connection.setting("user"), password.orElse(null));
            return new Done(outgoing.id(), "");
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "%s is no address of a mailbox.".formatted(e.getRef()), e);
        }
    }

    private void send(
            Line line,
            Dial dial,
            Session session,
            Outgoing outgoing,
            String user,
            @Nullable String password) {
        var asked = false;
        try (var transport = session.getTransport("smtp")) {
            transport.connect(dial.host(), dial.port(), password == null ? null : user, password);
            asked = true;
            send(transport, session, outgoing);
        } catch (SendFailedException e) {
            refused(line, dial, e);
        } catch (MessagingException e) {
            throw new Stop(Trouble.of(e, dial, asked));
        }
    }

    private static void send(Transport transport, Session session, Outgoing outgoing)
            throws MessagingException {
        var message = outgoing.message(session);
        transport.sendMessage(message, message.getAllRecipients());
    }

    /// The server said no: for now (4xx), or for good.
    private static void refused(Line line, Dial dial, SendFailedException e) {
        var said = String.valueOf(e.getMessage()).strip();
        Throwable next = e;
        var code = 0;
        for (int depth = 0; next != null && code == 0 && depth < 5; depth++) {
            code = code(next);
            said = code == 0 ? said : String.valueOf(next.getMessage()).strip();
            next = next instanceof MessagingException one ? one.getNextException() : null;
        }
        if (code >= 400 && code < 500) {
            throw new Stop(
                    new Pull.SlowDown(
                            line.now().plus(A_WHILE),
                            "%s takes no mail for now: %s".formatted(dial.host(), said)));
        }
        throw new IllegalArgumentException(
                "%s refused the mail: %s".formatted(dial.host(), said), e);
    }

    /// What the server said begins with it (RFC 5321, 4.2).
    private static int code(Throwable e) {
        var said = CODE.matcher(String.valueOf(e.getMessage()).strip());
        return said.lookingAt() ? Integer.parseInt(said.group(1)) : 0;
    }

    /// What is answered, where the mailbox can be asked for it.
    private Optional<Met> met(Connection connection, Act act) {
        if (act.what() != Act.What.REPLY || connection.setting(MailConnector.IMAP).isEmpty()) {
            return Optional.empty();
        }
        return lookFor(connection, act.target());
    }

    private Optional<Met> lookFor(Connection connection, String id) {
        try (var mailbox = Mailbox.open(connection, sockets)) {
            return mailbox.find(MailboxPulls.folders(connection), id);
        } catch (MessagingException e) {
            throw new Stop(Trouble.of(e, Dial.of(connection, MailConnector.IMAP), false));
        }
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var connection = line.connection();
        if (connection.setting(MailConnector.IMAP).isEmpty()) {
            throw new Stop(
                    new Pull.Unreachable("Without a mailbox nobody can look for it.", false));
        }
        var id = Outgoing.id(act, connection.setting("from"));
        return lookFor(connection, id).map(_ -> new Done(id, ""));
    }
}
