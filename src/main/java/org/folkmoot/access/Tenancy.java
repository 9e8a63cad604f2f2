package org.folkmoot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.folkmoot.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads each request below `/c/{slug}` and `/api/v1/communities/{slug}` into its community, as the
/// visitor who asks. Whoever does not belong there learns no more than about a community that does
/// not exist.
final class Tenancy extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Doors doors;
    private final Teammates teammates;
    private final Tokens tokens;
    private final SignInLimit limit;
    private final Answers answers;
    private final ReaderLocale readers;

    Tenancy(
            Doors doors,
            Teammates teammates,
            Tokens tokens,
            SignInLimit limit,
            Answers answers,
            ReaderLocale readers) {
        this.doors = doors;
        this.teammates = teammates;
        this.tokens = tokens;
        this.limit = limit;
        this.answers = answers;
        this.readers = readers;
    }

    /// Whether a program asks, by a token: then no session and no CSRF token counts.
    static boolean bearer(HttpServletRequest request) {
        return bearerOf(request) != null;
    }

    private static @Nullable String bearerOf(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null
                        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        && Paths.of(request).startsWith("/api/v1/communities/")
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.communityOf(Paths.of(request)) == null;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var slug = Objects.requireNonNull(Paths.communityOf(Paths.of(request)));
        var secret = bearerOf(request);
        var known = SignInLimit.Key.tokens(request.getRemoteAddr());
        if (secret != null && limit.waiting(known).isPositive()) {
            answers.fail(request, response, HttpStatus.TOO_MANY_REQUESTS);
            return;
        }
        var visitor =
                doors.find(slug)
                        .flatMap(
                                door ->
                                        secret == null
                                                ? teammate(door, request)
                                                : program(door, secret, request));
        if (visitor.isPresent()) {
            run(visitor.get(), request, response, chain);
        } else if (secret != null) {
            limit.attempt(List.of(known));
            response.setHeader("WWW-Authenticate", "Bearer");
            answers.fail(request, response, HttpStatus.UNAUTHORIZED);
        } else {
            answers.refuse(request, response, new Refusal.NotFound("This community"));
        }
    }

    private Optional<Visitor> teammate(Door door, HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !new AuthenticationTrustResolverImpl().isAuthenticated(who)) {
            return Optional.empty();
        }
        return within(door, () -> teammates.enter(who.getName()))
                .map(
                        mate -> {
                            var account = mate.account();
                            return new Visitor(
                                    door,
                                    account.id(),
                                    null,
                                    account.name(),
                                    account.email(),
                                    mate.role(),
                                    mate.role().permissions(),
                                    Objects.requireNonNullElseGet(
                                            account.locale(), () -> readers.resolveLocale(request)),
                                    Objects.requireNonNullElse(account.zone(), door.zone()),
                                    mate.seenBefore());
                        });
    }

    private Optional<Visitor> program(Door door, String secret, HttpServletRequest request) {
        return within(door, () -> tokens.open(secret))
                .map(
                        token ->
                                new Visitor(
                                        door,
                                        null,
                                        token.id(),
                                        token.name(),
                                        "",
                                        null,
                                        token.scope().permissions(),
                                        readers.resolveLocale(request),
                                        door.zone(),
                                        null));
    }

    private static <T> Optional<T> within(
            Door door, java.util.concurrent.Callable<Optional<T>> work) {
        try {
            return Here.as(door.id(), null, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            visitor.work(
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
