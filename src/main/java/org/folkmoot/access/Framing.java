package org.folkmoot.access;

import jakarta.servlet.http.HttpServletResponse;

/// Lets pages of other sites frame a public page, which no page of ours allows otherwise.
public final class Framing {

    private Framing() {}

    /// @param ancestors origins that were checked, with spaces between; `'none'` for nobody
    public static void allow(HttpServletResponse response, String ancestors) {
        response.setHeader(
                "Content-Security-Policy",
                SafeHeaders.CONTENT.replace(
                        "frame-ancestors 'none'", "frame-ancestors " + ancestors));
    }
}
