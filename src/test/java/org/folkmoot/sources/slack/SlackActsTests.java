package org.folkmoot.sources.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// What is done to a message, beside all that holds for the connector.
class SlackActsTests extends SlackConnectorTests {

    private static final String MESSAGE = "C1/1700000002.000100";

    private final SlackActs acts = new SlackActs();

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act("k", what, target, "", text, more, NOW);
    }

    @Test
    void aReactionIsTheSameTwice() {
        var heart = act(What.REACT, MESSAGE, ":heart:", Map.of());
        var done = acts.act(line(), heart);
        assertThat(done.id()).isEqualTo(MESSAGE + "/reaction/heart/U9");
        assertThat(acts.act(line(), heart)).isEqualTo(done);
        assertThat(acts.twice(heart)).isTrue();
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().equals("/reactions.add"))
                .first()
                .satisfies(
                        a ->
                                assertThat(a.json().toString())
                                        .contains("\"name\":\"heart\"")
                                        .contains("\"timestamp\":\"1700000002.000100\""));
    }

    @Test
    void aMessageIsChangedOrDeleted() {
        acts.act(line(), act(What.EDIT, MESSAGE, "1 < 2", Map.of()));
        assertThat(vendor().asked().getLast().json().path("text").asString()).isEqualTo("1 &lt; 2");
        acts.act(line(), act(What.DELETE, MESSAGE, "", Map.of()));
        assertThat(vendor().asked().getLast().path()).isEqualTo("/chat.delete");
        assertThat(Workspace.form(vendor().asked().getLast().body()))
                .containsEntry("ts", "1700000002.000100")
                .containsEntry("channel", "C1");
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        200, "{\"ok\":false,\"error\":\"message_not_found\"}"));
        assertThat(acts.act(line(), act(What.DELETE, MESSAGE, "", Map.of())).id())
                .isEqualTo(MESSAGE);
        assertThatThrownBy(() -> acts.act(line(), act(What.EDIT, MESSAGE, "x", Map.of())))
                .hasMessageContaining("message_not_found");
    }

    @Test
    void slackPostsLaterByItself() {
        var at = Instant.parse("2031-03-04T10:00:00Z");
        var later = act(What.POST, "C1", "Tomorrow", Map.of("scheduled", at.toString()));
        assertThat(acts.find(line(), later)).isEmpty();
        var done = acts.act(line(), later);
        assertThat(done.id()).isEqualTo("C1/scheduled/Q1");
        assertThat(acts.find(line(), later)).contains(done);
        var past = act(What.POST, "C1", "Now", Map.of("scheduled", NOW.toString()));
        acts.act(line(), past);
        assertThat(vendor().asked().getLast().path()).isEqualTo("/chat.postMessage");
    }
}
