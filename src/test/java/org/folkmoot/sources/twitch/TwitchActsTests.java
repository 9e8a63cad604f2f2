package org.folkmoot.sources.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// What we do on Twitch.
class TwitchActsTests extends ArenaContract {

    private final Acting acts = new TwitchActs();

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act("k", what, target, "Chess night", text, more, NOW);
    }

    private String asked(Act act) {
        acts.act(line(), act);
        var last = vendor().asked().getLast();
        return last.method() + last.path() + last.query() + last.body();
    }

    @Test
    void chatIsWrittenAndModerated() {
        assertThat(asked(act(What.POST, "1", "Hello", Map.of())))
                .isEqualTo(
                        "POST/chat/messages{}{\"broadcaster_id\":\"1\",\"sender_id\":\"4\",\"message\":\"Hello\"}");
        assertThat(acts.act(line(), act(What.REPLY, "chat/m1", "Yes", Map.of())).id())
                .isEqualTo("chat/m9");
        assertThat(vendor().asked().getLast().json().path("reply_parent_message_id").asString(""))
                .isEqualTo("m1");
        assertThat(asked(act(What.POST, "1", "Now", Map.of("announcement", "true"))))
                .isEqualTo(
                        "POST/chat/announcements{broadcaster_id=[1], moderator_id=[4]}{\"message\":\"Now\"}");
        assertThat(asked(act(What.TIMEOUT, "66", "spam", Map.of("minutes", "10"))))
                .isEqualTo(
                        "POST/moderation/bans{broadcaster_id=[1], moderator_id=[4]}{\"data\":{\"user_id\":\"66\",\"duration\":600,\"reason\":\"spam\"}}");
        assertThat(asked(act(What.BAN, "66", "", Map.of())))
                .endsWith("{\"data\":{\"user_id\":\"66\"}}");
        assertThat(asked(act(What.LIFT, "66", "", Map.of())))
                .isEqualTo(
                        "DELETE/moderation/bans{broadcaster_id=[1], moderator_id=[4], user_id=[66]}");
        assertThat(asked(act(What.DELETE, "chat/m1", "", Map.of())))
                .startsWith("DELETE/moderation/chat{")
                .contains("message_id=[m1]");
        assertThatThrownBy(() -> asked(act(What.TIMEOUT, "66", "", Map.of())))
                .hasMessageContaining("how many minutes");
    }

    @Test
    void nobodyCanLookWhetherSomethingWasSaid() {
        assertThatThrownBy(() -> acts.find(line(), act(What.POST, "1", "Hello", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Look into the chat");
        assertThat(acts.twice(act(What.POST, "1", "Hello", Map.of()))).isFalse();
        assertThat(acts.twice(act(What.BAN, "66", "", Map.of()))).isTrue();
    }

    @Test
    void aStreamIsPlannedOnce() {
        var act =
                act(
                        What.EVENT,
                        "",
                        "",
                        Map.of(
                                "starts", "2031-04-01T20:00:00+02:00",
                                "ends", "2031-04-01T22:00:00+02:00",
                                "timezone", "Europe/Berlin"));
        assertThat(acts.find(line(), act)).isEmpty();
        assertThat(acts.act(line(), act).id()).isEqualTo("segment/seg1");
        var body = vendor().asked().getLast().json();
        assertThat(body.path("start_time").asString("")).isEqualTo("2031-04-01T18:00:00Z");
        assertThat(body.path("duration").asString("")).isEqualTo("120");
        assertThat(acts.find(line(), act).map(Acting.Done::id)).contains("segment/seg1");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        vendor().instead(
                        asked ->
                                asked.path().equals("/chat/messages")
                                        ? Vendor.Answer.of(
                                                200,
                                                "{\"data\":[{\"message_id\":\"\",\"is_sent\":false,\"drop_reason\":{\"code\":\"msg_duplicate\",\"message\":\"Your message is identical.\"}}]}")
                                        : asked.path().equals("/moderation/bans")
                                                ? Arena.refusal(400, "The user may not be banned")
                                                : null);
        assertThatThrownBy(() -> asked(act(What.POST, "1", "Hello", Map.of())))
                .hasMessageContaining("identical");
        assertThatThrownBy(() -> asked(act(What.BAN, "1", "", Map.of())))
                .hasMessageContaining("may not be banned");
    }
}
