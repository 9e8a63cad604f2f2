package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import org.springframework.core.env.Environment;

/// Who may read the operator's metrics: this machine, or whoever has the token of the setting
/// `folkmoot.metrics.token` (FOLKMOOT_METRICS_TOKEN).
final class MetricsDoor {

    private final String token;

    MetricsDoor(Environment settings) {
        this.token = settings.getProperty("folkmoot.metrics.token", "");
    }

    boolean opens(HttpServletRequest request) {
        var given = request.getHeader("Authorization");
        return Loopback.asks(request)
                || (!token.isBlank()
                        && given != null
                        && MessageDigest.isEqual(
                                Secret.hash(given), Secret.hash("Bearer " + token)));
    }
}
