package org.folkmoot.sources.github;

import java.net.URI;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;

/// GitHub's addresses.
record GitHubApi(Line line) {

    static final String STARS = "application/vnd.github.star+json";
    private static final String JSON = "application/vnd.github+json";

    private URI base() {
        return line.connection().address("base-url");
    }

    /// As its pages are called: a company's own API lies below /api/v3 of the same host.
    String host() {
        return base().getRawPath().endsWith("/api/v3") ? base().getHost() : "github.com";
    }

    Ask get(String path) {
        return signed(Ask.get(base(), path)).with("Accept", JSON);
    }

    Ask send(String method, String path, Object body) {
        return signed(Ask.of(method, base(), path)).with("Accept", JSON).json(body);
    }

    /// Without a body.
    Ask bare(String method, String path) {
        return signed(Ask.of(method, base(), path)).with("Accept", JSON);
    }

    /// The page after a reply. Its address is GitHub's affair, but for whom it is asked: our secret
    /// goes nowhere but to the base address.
    ///
    /// @param before the path that led here
    /// @return a path for [#follow], empty at the end, also where a page would lead to itself
    String next(Reply reply, String before) {
        var next = reply.next().map(this::path).orElse("");
        return next.equals(before) ? "" : next;
    }

    /// Below the base address, also where the page names another host.
    private String path(String address) {
        var uri = URI.create(address);
        var path = uri.getRawPath();
        var below = base().getRawPath();
        var whole =
                path.startsWith(below + "/") ? path : below + path.replaceFirst("^/api/v3/", "/");
        return uri.getRawQuery() == null ? whole : whole + "?" + uri.getRawQuery();
    }

    Ask follow(String next) {
        var root = URI.create(base().getScheme() + "://" + base().getRawAuthority());
        return signed(Ask.get(root, next)).with("Accept", JSON);
    }

    Ask graph(Object query) {
        var own = base().getRawPath().endsWith("/api/v3");
        var root = own ? base().toString().replaceFirst("/v3$", "") : base().toString();
        return signed(Ask.of("POST", URI.create(root), "/graphql")).json(query).lane("graphql");
    }

    private Ask signed(Ask ask) {
        return ask.with("Authorization", "Bearer " + line.connection().token("token"))
                .with("X-GitHub-Api-Version", line.connection().setting("api-version"));
    }
}
