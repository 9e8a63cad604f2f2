package org.folkmoot.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/// The words of public pages and mails in one reader's language, from the message catalogues.
///
/// @param locale a language there is a catalogue of, with the reader's region
public record Words(MessageSource catalogues, Locale locale) {

    /// The words of that key.
    ///
    /// @param key of messages.properties
    /// @throws org.springframework.context.NoSuchMessageException if no catalogue has it
    public String of(String key, Object... with) {
        return catalogues.getMessage(key, with, locale);
    }
}
