package org.folkmoot.sources.mail;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Sockets;
import org.folkmoot.sources.Stop;
import org.springframework.stereotype.Component;

/// Mailing lists: by a mailbox that is subscribed to them, or by their public archive.
@Component
final class MailConnector implements Connector {

    static final String IMAP = "imap-url";
    static final String SMTP = "smtp-url";
    static final String ARCHIVE = "base-url";
    static final String PASSWORD = "password";

    private final Sockets sockets;

    MailConnector(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public String platform() {
        return "mail";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("imap", "mailman");
    }

    @Override
    public String title() {
        return "Mailing list";
    }

    @Override
    public String words() {
        return "Mails and their answers, from a mailbox that is subscribed to a list, or from the list's archive.";
    }

    @Override
    public List<String> steps() {
        return MailNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY, Ability.POST, Ability.REPLY);
    }

    @Override
    public List<Setting> settings() {
        return MailNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return MailNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return () -> "The mail server";
    }

    static String list(Connection connection) {
        var named = connection.setting("list");
        return named.isEmpty()
                ? connection
                        .address(ARCHIVE)
                        .getPath()
                        .replaceFirst("^.*/", "")
                        .toLowerCase(Locale.ROOT)
                : named;
    }

    private static boolean boxed(Connection connection) {
        return !connection.setting(IMAP).isEmpty();
    }

    @Override
    public String nameOf(Connection connection) {
        return boxed(connection) ? connection.setting("user") : list(connection);
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (boxed(connection) != connection.setting(ARCHIVE).isEmpty()) {
            return Optional.of(
                    "Give either the server of a mailbox (imap-url) or the address of an archive (base-url).");
        }
        if (boxed(connection)
                && (connection.setting("user").isEmpty()
                        || connection.secret(PASSWORD).isEmpty())) {
            return Optional.of("A mailbox needs its user and its password.");
        }
        if (!speaks(connection, IMAP, "imaps?") || !speaks(connection, ARCHIVE, "https?")) {
            return Optional.of(
                    "A mailbox is at an address like imaps://imap.example.org, an archive at one like https://lists.example.org/pipermail/moot.");
        }
        return speaks(connection, SMTP, "smtps?")
                ? Optional.empty()
                : Optional.of("What sends is at an address like smtps://smtp.example.org.");
    }

    private static boolean speaks(Connection connection, String setting, String scheme) {
        var given = connection.setting(setting);
        return given.isEmpty() || given.matches(scheme + "://.*");
    }

    @Override
    public String look(Line line) {
        var connection = line.connection();
        if (!boxed(connection)) {
            var files = Shelf.of(line).all();
            return files.isEmpty()
                    ? "The archive answers; it is empty."
                    : "The archive has %d parts, the latest is %s."
                            .formatted(files.size(), files.getLast());
        }
        var folder = MailboxPulls.folders(connection).getFirst();
        try (var mailbox = Mailbox.open(connection, sockets)) {
            return "Signed in as %s; %s holds %d mails."
                    .formatted(connection.setting("user"), folder, mailbox.count(folder));
        } catch (MessagingException e) {
            throw new Stop(Trouble.of(e, Dial.of(connection, IMAP), false));
        }
    }

    @Override
    public Pull pull(Line line, String from) {
        return boxed(line.connection())
                ? new MailboxPulls(line, sockets).from(from)
                : new ArchivePulls(line).from(from);
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new MailActs(sockets));
    }
}
