package org.folkmoot.sources.twitch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.twitch.At.Stage;

/// Videos that a channel kept, the newest first. One that is missing in the list is no more: Twitch
/// lists all of them.
record Videos(TwitchApi api, TwitchAnswers answers, List<Statistic> figures, LocalDate today) {

    /// How many are remembered, to notice that one is gone.
    private static final int MOST = 500;

    At listed(At at) {
        var page =
                api.line()
                        .ask(
                                api.get("/videos")
                                        .query("user_id", at.channel().id())
                                        .query("first", "100")
                                        .query("after", at.page()))
                        .json();
        var met = new ArrayList<>(at.met());
        var fresh = false;
        var oldest = Instant.MAX;
        for (var row : page.path("data")) {
            var id = TwitchAnswers.videoId(row);
            var live = at.stream();
            if (live == null || !id.equals("stream/" + live.id())) {
                answers.video(row);
            }
            if (row.path("view_count").isNumber()) {
                figures.add(
                        new Statistic(
                                today,
                                "video views",
                                Map.of("video", row.path("id").asString("")),
                                new BigDecimal(row.path("view_count").asLong(0))));
            }
            var made = JsonTimes.at(row, "created_at");
            oldest = made != null && made.isBefore(oldest) ? made : oldest;
            fresh |= !at.videos().contains(id);
            if (!met.contains(id)) {
                met.add(id);
            }
        }
        var next = TwitchApi.next(page, at.page());
        var wanted = !oldest.isBefore(api.line().connection().since());
        return !next.isEmpty() && wanted && (at.sweeping() || fresh)
                ? at.videos(at.videos(), met).with(Stage.VIDEOS, next)
                : over(at, met, next.isEmpty());
    }

    /// @param whole whether the list came to its end
    private At over(At at, List<String> met, boolean whole) {
        var there = new LinkedHashSet<>(met);
        int last = at.videos().size() - 1;
        while (!whole && last >= 0 && !there.contains(at.videos().get(last))) {
            last--;
        }
        var gone =
                at.videos().subList(0, last + 1).stream()
                        .filter(id -> !there.contains(id))
                        .toList();
        gone.forEach(answers::gone);
        there.addAll(at.videos());
        gone.forEach(there::remove);
        return at.videos(there.stream().limit(MOST).toList(), List.of()).done();
    }
}
