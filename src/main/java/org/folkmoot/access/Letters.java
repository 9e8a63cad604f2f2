package org.folkmoot.access;

import org.folkmoot.web.Phrasebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Sends invitations by mail, where the operator has named a mail server (SPRING_MAIL_HOST).
@Component
class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final Phrasebook phrases;
    private final String from;

    Letters(
            ObjectProvider<JavaMailSender> mail,
            Phrasebook phrases,
            SiteUrl site,
            Environment settings) {
        this.mail = mail;
        this.phrases = phrases;
        this.from = settings.getProperty("folkmoot.mail.from", "folkmoot@" + site.host());
    }

    /// Whether an invitation was handed to the mail server; false also when it would not take it.
    boolean invite(Visitor by, String to, Role role, String link) {
        var sender = mail.getIfAvailable();
        if (sender == null) {
            return false;
        }
        var words = phrases.in(by.community().locale());
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(words.of("invitation.subject", by.community().name()));
        letter.setText(
                words.of(
                        "invitation.text",
                        by.name(),
                        by.community().name(),
                        words.of("role." + role.key()),
                        link,
                        Invitations.LIFE.toDays()));
        try {
            sender.send(letter);
            return true;
        } catch (MailException e) {
            // the message of the exception may name the addressee
            log.warn(
                    "The mail server did not take an invitation: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
