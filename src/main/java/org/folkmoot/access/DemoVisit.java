package org.folkmoot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs in whoever opens the demo on their own machine. Only made when the demo is asked for.
final class DemoVisit extends OncePerRequestFilter {

    private final DemoAccount demo;
    private final SignedIn signedIn;

    DemoVisit(DemoAccount demo, SignedIn signedIn) {
        this.demo = demo;
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var known = who != null && new AuthenticationTrustResolverImpl().isAuthenticated(who);
        if (!known && Loopback.asks(request)) {
            demo.email().ifPresent(email -> signedIn.as(email, request, response));
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = Paths.of(request);
        return !"GET".equals(request.getMethod())
                || path.startsWith("/api/")
                || Paths.isHook(request)
                || path.equals("/metrics")
                || Paths.isOpenFile(path);
    }
}
