package org.folkmoot.access;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
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
    /// @param html the same with marks, for readers that show them; null for none
    public record Letter(
            String to,
            String subject,
            String text,
            @Nullable String html,
            Map<String, String> headers) {

        public Letter {
            headers = Map.copyOf(headers);
        }

        public Letter(String to, String subject, String text, Map<String, String> headers) {
            this(to, subject, text, null, headers);
        }
    }

    /// Whether there is a mail server at all.
    public boolean open() {
        return mail.getIfAvailable() != null;
    }

    /// What is known of a letter that was handed over.
    public enum Outcome {
        TAKEN,
        /// It surely did not leave.
        REFUSED,
        /// The connection broke in the middle: it may have left.
        UNKNOWN
    }

    /// Whether the letter was handed to the mail server; false also when it would not take it.
    public boolean send(Letter letter) {
        return hand(letter) == Outcome.TAKEN;
    }

    /// The same, for whoever must know whether it may be sent once more.
    public Outcome hand(Letter letter) {
        var sender = mail.getIfAvailable();
        if (sender == null) {
            return Outcome.REFUSED;
        }
        try {
            var message = sender.createMimeMessage();
            var html = letter.html();
            var parts = new MimeMessageHelper(message, html != null, "UTF-8");
            parts.setFrom(from);
            parts.setTo(letter.to());
            parts.setSubject(letter.subject());
            if (html == null) {
                parts.setText(letter.text());
            } else {
                parts.setText(letter.text(), html);
            }
            for (var header : letter.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            sender.send(message);
            return Outcome.TAKEN;
        } catch (MailException | MessagingException e) {
            // the message of the exception may name the addressee
            log.warn("The mail server did not take a letter: {}", e.getClass().getSimpleName());
            return surelyNot(e) ? Outcome.REFUSED : Outcome.UNKNOWN;
        }
    }

    /// Only a mail server that says no, or one that was never reached, is sure.
    private static boolean surelyNot(Exception e) {
        return !(e instanceof MailSendException sending)
                || sending.getCause() != null // it was never reached
                || Arrays.stream(sending.getMessageExceptions()).allMatch(Post::saidNo);
    }

    /// Whether it answered; `[EOF]` stands for an answer that never came.
    private static boolean saidNo(Exception e) {
        return e instanceof SendFailedException
                && !String.valueOf(e.getMessage()).contains("[EOF]");
    }
}
