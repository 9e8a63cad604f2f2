package org.folkmoot.access;

import java.net.URI;
import org.folkmoot.kernel.Refusal;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The address people use for this installation: the setting `folkmoot.url` (FOLKMOOT_URL).
@Component
class SiteUrl {

    private final URI url;

    SiteUrl(Environment settings) {
        var port = settings.getProperty("folkmoot.port", "8080");
        var given = settings.getProperty("folkmoot.url", "");
        this.url = URI.create(given.isBlank() ? "http://localhost:" + port : given.strip());
        if (url.getHost() == null
                || url.getScheme() == null
                || !url.getScheme().matches("https?")) {
            throw new Refusal.Unusable(
                    "FOLKMOOT_URL must be a web address like https://folkmoot.example.org, not %s."
                            .formatted(given));
        }
    }

    boolean secure() {
        return "https".equals(url.getScheme());
    }

    String host() {
        return url.getHost();
    }

    /// Scheme, host and port, as browsers name an origin.
    String origin() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /// @param path from the root, with a slash first
    String of(String path) {
        return origin() + path;
    }
}
