package org.folkmoot.access;

import jakarta.mail.MessagingException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// The way mails leave, where the operator has named a mail server (SPRING_MAIL_HOST).
@Component
public class Post {

    private static final Logger log = LoggerFactory.getLogger(Post.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final String from;

    Post(ObjectProvider<JavaMailSender> mail, SiteUrl site, Environment settings) {
        this.mail = mail;
        this.from = settings.getProperty("folkmoot.mail.from", "folkmoot@" + site.host());
    }

    /// @param text plain, as the reader sees it
    /// @param headers besides the usual ones, such as `List-Unsubscribe`
    public record Letter(String to, String subject, String text, Map<String, String> headers) {

        public Letter {
            headers = Map.copyOf(headers);
        }
    }

    /// Whether there is a mail server at all.
    public boolean open() {
        return mail.getIfAvailable() != null;
    }

    /// Whether the letter was handed to the mail server; false also when it would not take it.
    public boolean send(Letter letter) {
        var sender = mail.getIfAvailable();
        if (sender == null) {
            return false;
        }
        try {
            var message = sender.createMimeMessage();
            var parts = new MimeMessageHelper(message, "UTF-8");
            parts.setFrom(from);
            parts.setTo(letter.to());
            parts.setSubject(letter.subject());
            parts.setText(letter.text());
            for (var header : letter.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            sender.send(message);
            return true;
        } catch (MailException | MessagingException e) {
            // the message of the exception may name the addressee
            log.warn("The mail server did not take a letter: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
