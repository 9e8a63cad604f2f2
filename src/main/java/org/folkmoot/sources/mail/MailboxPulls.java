package org.folkmoot.sources.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.mail.MailAnswers;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Sockets;

/// Reads a mailbox folder by folder, each from where it stopped. A mail is never changed, so what
/// was read once is not read again.
record MailboxPulls(Line line, Sockets sockets) {

    static List<String> folders(Connection connection) {
        var named = connection.list("folder");
        return named.isEmpty() ? List.of("INBOX") : named;
    }

    Pull from(String cursor) {
        var connection = line.connection();
        var at = At.read(cursor);
        var folders = folders(connection);
        var turn = at.turn() < folders.size() ? at.turn() : 0;
        var folder = folders.get(turn);
        try (var mailbox = Mailbox.open(connection, sockets)) {
            var page = mailbox.page(folder, at.folders().get(folder), connection.since());
            var basket = new Found.Basket();
            var answers = new MailAnswers(basket);
            var named = connection.setting("list");
            for (var one : page.letters()) {
                answers.mail(
                        one.bytes(),
                        one.cut(),
                        one.arrived(),
                        named.isEmpty() ? folder : named,
                        folder,
                        one.uid());
            }
            var next = page.more() ? turn : (turn + 1) % folders.size();
            return new Pull.Caught(
                    basket.all(),
                    Cursors.write(at.spot(folder, page.next(), next)),
                    page.more() || next > turn,
                    "mails of " + folder);
        } catch (MessagingException e) {
            return Trouble.of(e, Dial.of(connection, MailConnector.IMAP), false);
        } catch (IOException e) {
            return new Pull.Unreachable("A mail broke off while it was read.", false);
        }
    }
}
