package org.folkmoot.sources.googleanalytics;

import java.time.LocalDate;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// The one address of Google Analytics that is asked: reports of a property.
record AnalyticsApi(Line line) {

    private static final String VERSION = "/v1beta";

    /// The property's number.
    static String property(Connection connection) {
        return connection.setting("property").replaceFirst("^properties/", "");
    }

    String property() {
        return property(line.connection());
    }

    JsonNode ask(Report report, LocalDate from, LocalDate to, long offset) {
        var connection = line.connection();
        var base = connection.address("base-url");
        var root = base.getPath() != null && base.getPath().endsWith(VERSION) ? "" : VERSION;
        var ask =
                Ask.of("POST", base, "%s/properties/%s:runReport".formatted(root, property()))
                        .json(report.body(from, to, offset));
        return line.ask(
                        connection
                                .secret("token")
                                .map(token -> ask.with("Authorization", "Bearer " + token))
                                .orElse(ask))
                .json();
    }
}
