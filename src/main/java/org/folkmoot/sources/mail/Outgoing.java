package org.folkmoot.sources.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.sources.Act;
import org.folkmoot.store.Seal;

/// A mail that goes out.
///
/// @param id its Message-ID without angles
/// @param references the thread that it is in, the first first; empty for a new one
record Outgoing(
        String id,
        InternetAddress from,
        InternetAddress to,
        String subject,
        List<String> references,
        String text,
        Date at) {

    private static final int MOST_REFERENCES = 20;

    /// @param to where mails of this connection go; empty when an answer finds its way itself
    /// @param met what it answers, if the mailbox has it
    /// @throws IllegalArgumentException with a sentence, when it cannot be sent so
    static Outgoing of(Act act, InternetAddress from, String to, Optional<Met> met)
            throws AddressException {
        var reply = act.what() == Act.What.REPLY;
        if (reply && (act.target().startsWith("hash:") || act.target().matches(".*[\\s<>].*"))) {
            throw new IllegalArgumentException(
                    "This mail has no Message-ID, so no answer can point to it.");
        }
        var where = to.isEmpty() ? met.map(Met::answerTo).orElse("") : to;
        if (where.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody said where it goes: give the connection the address of the list (to).");
        }
        var subject = subject(act, met);
        return new Outgoing(
                id(act, from.toString()),
                from,
                new InternetAddress(where, true),
                subject,
                reply ? references(act.target(), met) : List.of(),
                act.text(),
                Date.from(act.at()));
    }

    private static String subject(Act act, Optional<Met> met) {
        var own = act.title().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (!own.isEmpty()) {
            return own;
        }
        var answered = met.map(Met::subject).orElse("");
        if (answered.isEmpty()) {
            throw new IllegalArgumentException(
                    "A mail needs a title: that of what it answers is not in the mailbox.");
        }
        return answered.toLowerCase(Locale.ROOT).startsWith("re:") ? answered : "Re: " + answered;
    }

    /// The first and the last of a long thread (RFC 5322, 3.6.4).
    private static List<String> references(String target, Optional<Met> met) {
        var all = new ArrayList<>(met.map(Met::references).orElse(List.of()));
        var own = "<" + target + ">";
        all.remove(own);
        all.add(own);
        if (all.size() > MOST_REFERENCES) {
            all.subList(1, all.size() - MOST_REFERENCES + 1).clear();
        }
        return List.copyOf(all);
    }

    /// The same for the same act, and like that of no other installation.
    static String id(Act act, String from) {
        var said = String.join("\n", act.key(), act.target(), act.title(), act.text(), from);
        var domain = from.replaceFirst("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "");
        return "%s.%s@%s"
                .formatted(act.key(), HexFormat.of().formatHex(Seal.digest(said), 0, 8), domain);
    }

    MimeMessage message(Session session) throws MessagingException {
        var message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<" + id + ">");
                    }
                };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        if (!references.isEmpty()) {
            message.setHeader("In-Reply-To", references.getLast());
            message.setHeader("References", String.join("\r\n ", references));
        }
        message.setSentDate(at);
        message.setText(text, StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }
}
