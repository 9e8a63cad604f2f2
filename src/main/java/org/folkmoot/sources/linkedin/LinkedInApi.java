package org.folkmoot.sources.linkedin;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// LinkedIn's addresses, in the version that the connection names. Names of things (URNs) are
/// encoded also within brackets and lists.
record LinkedInApi(Line line) {

    static final int PAGE = 50;

    /// `urn:li:organization:5515715`, however it was given.
    static String organization(Connection connection) {
        var given = connection.setting("organization").replaceFirst("/+$", "");
        return "urn:li:organization:" + given.replaceFirst("^.*[:/]", "");
    }

    String organization() {
        return organization(line.connection());
    }

    /// LinkedIn's versioned addresses all lie below `/rest`.
    private URI base() {
        var base = line.connection().address("base-url");
        var path = base.getRawPath();
        return path == null || path.isEmpty() ? URI.create(base + "/rest") : base;
    }

    Ask get(String path) {
        return signed(Ask.get(base(), path));
    }

    Ask send(String method, String path) {
        return signed(Ask.of(method, base(), path));
    }

    private Ask signed(Ask ask) {
        var versioned =
                ask.with("LinkedIn-Version", line.connection().setting("api-version"))
                        .with("X-Restli-Protocol-Version", "2.0.0");
        return line.connection()
                .secret("token")
                .map(token -> versioned.with("Authorization", "Bearer " + token))
                .orElse(versioned);
    }

    /// One of an answer's pages: `start` and `count`.
    static Ask page(Ask ask, int start) {
        return ask.query("start", Integer.toString(start)).query("count", Integer.toString(PAGE));
    }

    /// `List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)`.
    static String list(Collection<String> urns) {
        return urns.stream().map(Ask::part).collect(Collectors.joining(",", "List(", ")"));
    }

    /// Where the next page begins; 0 at the end.
    static int next(JsonNode page, int start) {
        var size = page.path("elements").size();
        var paging = page.path("paging");
        var total = paging.path("total").asInt(0);
        // a full page that tells nothing of others may have some
        var further =
                total > start + size || (size >= PAGE && paging.path("total").isMissingNode());
        for (var link : paging.path("links")) {
            further |= link.path("rel").asString("").equals("next");
        }
        return size > 0 && further ? start + size : 0;
    }
}
