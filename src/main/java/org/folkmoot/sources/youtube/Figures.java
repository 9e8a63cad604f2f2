package org.folkmoot.sources.youtube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Statistic;
import tools.jackson.databind.JsonNode;

/// What YouTube counts of a channel and of each video, as it stood on a day. Numbers are strings
/// there, and one that somebody hides is missing.
final class Figures {

    private Figures() {}

    static List<Statistic> ofChannel(JsonNode row, LocalDate day) {
        var told = row.path("statistics");
        var of = Map.of("channel", row.path("id").asString(""));
        var all = new ArrayList<Statistic>();
        if (!told.path("hiddenSubscriberCount").asBoolean(false)) {
            add(all, day, "subscribers", of, told.path("subscriberCount"));
        }
        add(all, day, "views of the channel", of, told.path("viewCount"));
        add(all, day, "videos", of, told.path("videoCount"));
        return all;
    }

    static List<Statistic> ofVideo(JsonNode row, LocalDate day) {
        var told = row.path("statistics");
        var of = Map.of("video", row.path("id").asString(""));
        var all = new ArrayList<Statistic>();
        add(all, day, "views", of, told.path("viewCount"));
        add(all, day, "likes", of, told.path("likeCount"));
        add(all, day, "comments", of, told.path("commentCount"));
        return all;
    }

    private static void add(
            List<Statistic> all,
            LocalDate day,
            String name,
            Map<String, String> of,
            JsonNode told) {
        var text = told.isNumber() ? told.toString() : told.asString("");
        if (text.matches("\\d{1,18}")) {
            all.add(new Statistic(day, name, of, new BigDecimal(text)));
        }
    }
}
