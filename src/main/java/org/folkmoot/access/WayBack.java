package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// Remembers which page somebody wanted before they had to sign in; pages only, not what a page
/// fetches.
final class WayBack extends HttpSessionRequestCache {

    @SuppressWarnings("NullAway") // null is how it is told to leave addresses as they are
    WayBack() {
        setRequestMatcher(
                request ->
                        "GET".equals(request.getMethod())
                                && request.getHeader("HX-Request") == null
                                && accepts(request));
        setMatchingRequestParameterName(null);
    }

    private static boolean accepts(HttpServletRequest request) {
        var types = request.getHeader("Accept");
        return types != null && types.contains("text/html") && !Paths.isApi(request);
    }

    /// What was asked for is asked again whole, after a redirect.
    @Override
    public @org.jspecify.annotations.Nullable HttpServletRequest getMatchingRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }
}
