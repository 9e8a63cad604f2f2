package org.folkmoot.sources.mail;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to a mailing list has to be told, and how to get it there.
final class MailNeeds {

    private MailNeeds() {}

    static List<String> steps() {
        return List.of(
                "By a mailbox: make one of its own for this, subscribe it to the list, and give its server (imaps://imap.example.org), user and password. Where signing in needs two steps, make a password for this program alone.",
                "Or by an archive that Mailman publishes for everyone: give the address of the page that lists its months. It needs no password.",
                "To answer from here, give the server that sends (smtps://smtp.example.org) and the address to write from, which must be subscribed too, and where the list takes mails.");
    }

    static List<Setting> settings() {
        return List.of(
                address(
                        MailConnector.IMAP,
                        "Server of the mailbox",
                        "Such as imaps://imap.example.org; imap:// for one that encrypts after greeting."),
                address(
                        MailConnector.ARCHIVE,
                        "Address of the archive",
                        "Instead of a mailbox: such as https://lists.example.org/pipermail/moot."),
                Setting.words("user", "User", "As the servers know the mailbox.", ""),
                Setting.list("folder", "Folders", "Of the mailbox, usually INBOX."),
                Setting.words(
                        "list",
                        "Name of the list",
                        "For mails that do not tell it themselves.",
                        ""),
                address(
                        MailConnector.SMTP,
                        "Server that sends",
                        "Such as smtps://smtp.example.org; smtp:// for one that encrypts after greeting."),
                Setting.words(
                        "from",
                        "Address to write from",
                        "What is written here is in its name: Ada <ada@example.org>.",
                        ""),
                Setting.words(
                        "to",
                        "Address of the list",
                        "Where mails go. Left empty, an answer goes where the mail that it answers wants it.",
                        ""));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        MailConnector.PASSWORD,
                        "Password of the mailbox",
                        "For both servers. An archive needs none.",
                        "read the mailbox, for the mails; nothing in it is changed, not even what was read"),
                Credential.optional(
                        "smtp-password",
                        "Password of the server that sends",
                        "Only if it is another."));
    }

    private static Setting address(String name, String label, String help) {
        return new Setting(name, label, help, "", Setting.Shape.ADDRESS, false);
    }
}
