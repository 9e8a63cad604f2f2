package org.folkmoot.sources.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;
import org.jspecify.annotations.Nullable;

/// A channel with five videos and five threads.
abstract class StudioContract extends ConnectorContract {

    final Studio studio = new Studio();
    String units = "10000";

    StudioContract() {
        for (int n = 1; n <= 5; n++) {
            video("vid0000000" + n, "2031-02-0%dT10:00:00Z".formatted(n), "");
        }
        say("Ug1", "", "UCada", "How do I start?", "2031-02-01T11:00:00Z");
        for (int n = 1; n <= 5; n++) {
            say("Ug1.r" + n, "Ug1", "UCbob", "So " + n, "2031-02-01T12:00:0%dZ".formatted(n));
        }
        say("Ug2", "", "", "By nobody", "2031-02-02T11:00:00Z");
        say("Ug3", "", "UCada", "Thanks", "2031-02-03T11:00:00Z");
        say("Ug3.r1", "Ug3", "UCbob", "Any time", "2031-02-03T12:00:00Z");
        say("Ug4", "", "UCbob", "Fine", "2031-02-04T11:00:00Z");
        say("Ug5", "", "UCada", "Good", "2031-02-05T11:00:00Z");
    }

    final void video(String id, String at, String chat) {
        studio.videos.add(new Studio.Video(id, "Film " + id, at, chat));
    }

    final void say(String id, String thread, String who, String text, String at) {
        studio.comments.add(new Studio.Said(id, thread, "vid00000001", who, text, at));
    }

    /// In place of the usual one, which has every secret.
    @Nullable Connection other;

    @Override
    protected Connection connection() {
        return other == null ? super.connection() : other;
    }

    @Override
    protected Connector connector() {
        return new YouTubeConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return studio.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "channel", Studio.CHANNEL, "daily-units", units);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Studio.refusal(403, "quotaExceeded");
    }

    /// Midnight in California.
    @Override
    protected Instant until() {
        return Instant.parse("2031-03-04T08:00:00Z");
    }

    static Deed deed(List<Found> all, String id) {
        return all.stream()
                .filter(f -> f instanceof Deed d && d.id().equals(id))
                .map(Deed.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    static Found.Mark gone(String id) {
        return new Found.Mark("youtube", id, Found.Mark.What.DELETED, null, null);
    }
}
