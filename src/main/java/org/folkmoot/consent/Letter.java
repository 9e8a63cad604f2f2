package org.folkmoot.consent;

import org.folkmoot.kernel.Refusal;

/// What a mail says. Why it comes, and how to stop such mails, is added below it.
///
/// @param subject one line, up to 200 characters
/// @param text plain, up to 20,000 characters
public record Letter(String subject, String text) {

    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        text = text.replace("\0", "").replace("\r\n", "\n").strip();
        if (subject.isEmpty() || subject.length() > 200) {
            throw new Refusal.Unusable("Give the mail a subject of up to 200 characters.");
        }
        if (text.isEmpty() || text.length() > 20_000) {
            throw new Refusal.Unusable("Write a text of up to 20,000 characters.");
        }
    }
}
