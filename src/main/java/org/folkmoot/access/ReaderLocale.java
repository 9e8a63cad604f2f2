package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// The reader's language: what the account says, else what the browser asks for.
@Component("localeResolver")
class ReaderLocale implements LocaleResolver {

    /// The session remembers what the account says.
    static final String CHOSEN = "locale";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(CHOSEN) instanceof String tag) {
            return Locale.forLanguageTag(tag);
        }
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        request.getSession().setAttribute(CHOSEN, locale == null ? null : locale.toLanguageTag());
    }
}
