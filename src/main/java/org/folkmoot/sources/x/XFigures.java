package org.folkmoot.sources.x;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Statistic;
import tools.jackson.databind.JsonNode;

/// What X counts of an account, as of today.
final class XFigures {

    private static final Map<String, String> NAMES =
            Map.of(
                    "followers_count", "followers",
                    "following_count", "following",
                    "tweet_count", "posts",
                    "post_count", "posts",
                    "listed_count", "lists");

    private XFigures() {}

    static List<Statistic> of(JsonNode user, Instant now) {
        var figures = new ArrayList<Statistic>();
        var account = "@" + user.path("username").asString("");
        user.path("public_metrics")
                .forEachEntry(
                        (name, value) -> {
                            if (NAMES.containsKey(name) && value.isNumber()) {
                                figures.add(
                                        new Statistic(
                                                LocalDate.ofInstant(now, ZoneOffset.UTC),
                                                NAMES.get(name),
                                                Map.of("account", account),
                                                new BigDecimal(value.asString("0"))));
                            }
                        });
        return figures;
    }
}
