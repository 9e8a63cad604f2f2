package org.folkmoot.connectors.stackexchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which site a dump is of. The dump itself never says, so it is what the person who imports tells,
/// else one name for all.
///
/// @param host `history.stackexchange.com`, null if nobody told
record Site(@Nullable String host) {

    private static final String PREFIX = "stackexchange:";

    static Site of(Map<String, String> options) {
        var told = options.getOrDefault("source", "").strip();
        var host = told.startsWith(PREFIX) ? told.substring(PREFIX.length()) : told;
        host = host.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return new Site(host.isEmpty() || host.equals("site") ? null : host);
    }

    String source() {
        return PREFIX + place();
    }

    String place() {
        return host == null ? "site" : host;
    }

    String label() {
        return host == null ? "Stack Exchange site" : host;
    }

    /// Null when the site is not known to be a host.
    @Nullable String url(String path) {
        return host != null && host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")
                ? "https://" + host + path
                : null;
    }
}
