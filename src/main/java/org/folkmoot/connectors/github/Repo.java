package org.folkmoot.connectors.github;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A repository, read off the addresses that every object of GitHub's carries.
///
/// @param host `github.com`, or that of a company's own GitHub
record Repo(String host, String owner, String name) {

    private static final Pattern API =
            Pattern.compile(
                    "https?://(?:api\\.)?([^/]+)/(?:api/v3/)?repos/([^/?#]+)/([^/?#]+)(?:[/?#].*)?");
    private static final Pattern PAGE =
            Pattern.compile("https?://([^/]+)/([^/?#]+)/([^/?#]+)(?:[/?#].*)?");

    static @Nullable Repo of(JsonNode row) {
        for (var field :
                List.of("html_url", "repository_url", "issue_url", "pull_request_url", "url")) {
            var url = row.path(field).asString("");
            var api = API.matcher(url);
            if (api.matches()) {
                return new Repo(api.group(1), api.group(2), api.group(3));
            }
            var page = PAGE.matcher(url);
            if (field.equals("html_url") && page.matches()) {
                return new Repo(page.group(1), page.group(2), page.group(3));
            }
        }
        var fullName = row.path("full_name").asString("").split("/");
        return fullName.length == 2 ? new Repo("github.com", fullName[0], fullName[1]) : null;
    }

    /// `ada/moot`.
    String path() {
        return owner + "/" + name;
    }

    String source() {
        return host.equals("github.com") ? Pages.SOURCE : Pages.SOURCE + ":" + host;
    }

    /// The id of an issue or a pull request: they share their numbers.
    String numbered(String number) {
        return path() + "#" + number;
    }

    String discussion(String number) {
        return path() + "/d/" + number;
    }

    String url() {
        return "https://" + host + "/" + path();
    }
}
