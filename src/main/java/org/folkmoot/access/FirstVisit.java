package org.folkmoot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.filter.OncePerRequestFilter;

/// While there is no account, every page leads to the set-up.
final class FirstVisit extends OncePerRequestFilter {

    private final Accounts accounts;
    private final AtomicBoolean settled = new AtomicBoolean();

    FirstVisit(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (settled.get() || accounts.any()) {
            settled.set(true);
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/setup");
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = Paths.of(request);
        return path.equals("/setup")
                || path.startsWith("/setup/")
                || path.startsWith("/join/") // the command line may have invited the first one
                || path.startsWith("/api/")
                || Paths.isHook(request)
                || path.equals("/metrics") // has a door of its own
                || Paths.isOpenFile(path);
    }
}
