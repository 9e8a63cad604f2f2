package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UrlPathHelper;

/// Which addresses are open to whom.
final class Paths {

    /// Files without anybody's data, and what machines ask.
    static final List<String> FILES =
            List.of(
                    "/css/**",
                    "/js/**",
                    "/webjars/**",
                    "/icons/**",
                    "/favicon.svg",
                    "/favicon.ico",
                    "/health/**",
                    "/api/docs/**",
                    "/api/openapi/**",
                    "/api/openapi.json",
                    "/api/openapi.yaml");

    /// Pages that ask who you are themselves, or do not mind.
    static final List<String> PAGES =
            List.of(
                    "/",
                    "/setup/**",
                    "/sign-in",
                    "/join/**",
                    "/p/**",
                    "/hooks/**",
                    "/error",
                    "/webauthn/authenticate/options",
                    "/login/webauthn");

    private static final Pattern ONE_CLICK =
            Pattern.compile("/p/[^/]+/(?:unsubscribe|letters)/[^/]+");

    private static final Pattern WITHIN =
            Pattern.compile("/(?:c|api/v1/communities)/([^/]+)(?:/.*)?");

    private Paths() {}

    /// The path as handlers are found by it: decoded.
    static String of(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }

    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith("/api/");
    }

    /// The one POST from outside that carries no token: a mail program ends mails for its reader
    /// (RFC 8058). The link in the address says who may.
    static boolean isOneClick(HttpServletRequest request) {
        return request.getMethod().equals("POST") && ONE_CLICK.matcher(of(request)).matches();
    }

    /// What platforms call: each call is signed, or not believed.
    static boolean isHook(HttpServletRequest request) {
        return of(request).startsWith("/hooks/");
    }

    static boolean isOpenFile(String path) {
        return FILES.stream()
                .map(p -> p.replace("/**", ""))
                .anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    }

    /// The short name of the community an address is within; null when it is in none.
    static @Nullable String communityOf(String path) {
        var found = WITHIN.matcher(path);
        return found.matches() ? found.group(1) : null;
    }
}
