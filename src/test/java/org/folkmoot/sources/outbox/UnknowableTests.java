package org.folkmoot.sources.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was said where nobody can read it afterwards is never said twice.
@HouseTest
class UnknowableTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Speech speech;
    @Autowired Outbox outbox;

    private final Harness.Hands hands = new Harness.Hands();
    private final List<String> there = new ArrayList<>();

    private Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.method().equals("POST")) {
            var said = asked.json();
            there.add(said.path(said.has("text") ? "text" : "message").asString(""));
            return Vendor.Answer.of(502, "");
        }
        return Vendor.Answer.json(Map.of("data", List.of(Map.of("id", "1", "login", "moot"))));
    }

    @Test
    void aLostAnswerLeavesItToAPerson() {
        lost("twitch", Map.of("client-id", "app", "channel", "moot"));
    }

    @Test
    void norIsABotShownWhatItSaid() {
        lost("telegram", Map.of());
    }

    private void lost(String platform, Map<String, String> more) {
        try (var vendor = new Vendor(this::answer)) {
            var here = town.found();
            var settings = new HashMap<>(more);
            settings.put("base-url", vendor.url());
            var source =
                    town.in(
                            here,
                            () ->
                                    harness.joining(hands)
                                            .add(platform, "", settings, Map.of("token", "t")));
            var one =
                    town.in(
                            here,
                            () ->
                                    speech.speaking(hands)
                                            .say(
                                                    source.id(),
                                                    Said.of(Act.What.POST, "1", "", "Hello")));
            for (int n = 0; n < 5; n++) {
                hands.set(hands.instant().plus(Duration.ofHours(2)));
                town.in(
                        here,
                        () -> {
                            speech.sending(hands).round();
                            return true;
                        });
            }
            var left = town.in(here, () -> outbox.get(source.id(), one.id()));
            assertThat(left.state()).isEqualTo(Outgoing.State.UNCONFIRMED);
            assertThat(left.problem()).contains("Look into the chat");
            assertThat(there).containsExactly("Hello");
        }
    }
}
