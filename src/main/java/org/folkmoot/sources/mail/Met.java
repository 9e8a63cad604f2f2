package org.folkmoot.sources.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail that is to be answered.
///
/// @param references what it answers itself, the first of the thread first
/// @param answerTo where an answer belongs: its list, else whoever wants it, else who wrote it
record Met(String subject, List<String> references, String answerTo) {

    private static final Pattern ANGLES = Pattern.compile("<[^<>\\s]+>");
    private static final Pattern POST = Pattern.compile("(?i)mailto:([^>?\\s]+)");

    static Met of(Message mail) throws MessagingException {
        var subject = mail.getSubject();
        var references = first(mail, "References");
        if (references.isEmpty()) {
            references = first(mail, "In-Reply-To");
        }
        return new Met(
                subject == null ? "" : subject.replaceAll("\\s+", " ").strip(),
                ANGLES.matcher(references).results().map(r -> r.group()).toList(),
                answerTo(mail));
    }

    private static String answerTo(Message mail) throws MessagingException {
        var list = POST.matcher(first(mail, "List-Post"));
        if (list.find()) {
            return list.group(1);
        }
        var to = mail.getReplyTo(); // whom From names, where there is no such header
        return to == null
                ? ""
                : Arrays.stream(to)
                        .filter(InternetAddress.class::isInstance)
                        .map(a -> ((InternetAddress) a).getAddress())
                        .findFirst()
                        .orElse("");
    }

    private static String first(Message mail, String header) throws MessagingException {
        String @Nullable [] all = mail.getHeader(header);
        return all == null || all.length == 0 ? "" : all[0];
    }
}
