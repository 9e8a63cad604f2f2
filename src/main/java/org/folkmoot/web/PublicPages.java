package org.folkmoot.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// Makes frames of public pages.
public final class PublicPages {

    private PublicPages() {}

    /// The frame of a page in the words given.
    ///
    /// @param community its name, or "Folkmoot"
    public static PublicPage page(
            HttpServletRequest request, Words words, String community, String title, String lede) {
        return new PublicPage(
                title, lede, community, 1, words.of("skip"), csrf(request), words.locale());
    }

    /// The token that a change from this page must carry; null where no chain of ours ran.
    public static Desk.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Desk.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
    }
}
