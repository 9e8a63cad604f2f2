package org.folkmoot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Gives each reader the words of a language we speak; English to those whose language we do not.
@Component
public class Phrasebook {

    private static final List<String> SPOKEN = List.of("en", "de");

    private final MessageSource catalogues;
    private final LocaleResolver readers;

    Phrasebook(MessageSource catalogues, LocaleResolver readers) {
        this.catalogues = catalogues;
        this.readers = readers;
    }

    public Words in(Locale locale) {
        return new Words(
                catalogues, SPOKEN.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    /// The words for whoever asked.
    public Words of(HttpServletRequest request) {
        return in(readers.resolveLocale(request));
    }
}
