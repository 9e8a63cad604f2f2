package org.folkmoot.sources.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;
import org.jspecify.annotations.Nullable;

/// A channel with five videos and five threads.
abstract class StudioContract extends ConnectorContract {

    final Studio studio = Studio.filled();
    String units = "10000";

    final void video(String id, String at, String chat) {
        studio.video(id, at, chat);
    }

    final void say(String id, String thread, String who, String text, String at) {
        studio.say(id, thread, who, text, at);
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

    static Found.Mark gone(String id) {
        return new Found.Mark("youtube", id, Found.Mark.What.DELETED, null, null);
    }
}
