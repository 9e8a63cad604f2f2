package org.folkmoot.sources.youtube;

import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// How many public videos the channel has. What was said below them YouTube tells for each video
/// only.
final class YouTubeCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        return new YouTubeApi(line).channel().stream().flatMap(row -> of(row).stream()).toList();
    }

    private static List<Total> of(JsonNode row) {
        var title = row.path("snippet").path("title").asString("");
        var told = row.path("statistics").path("videoCount").asString("");
        return told.matches("\\d{1,15}")
                ? List.of(
                        new Total(
                                "public videos of " + title,
                                Long.parseLong(told),
                                YouTubeAnswers.SOURCE,
                                title,
                                Set.of(Kind.ARTICLE)))
                : List.of();
    }
}
