package org.folkmoot.sources.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever happens on the way, nothing is said twice.
@HouseTest
class OutboxTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Speech speech;
    @Autowired Outbox outbox;

    private final Harness.Hands hands = new Harness.Hands();
    private final List<String> there = new ArrayList<>();
    private final Vendor vendor = new Vendor(this::answer);
    private Community here;
    private Source source;

    /// Issue 1 of ada/moot, whose comments are kept.
    private Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.path().equals("/user")) {
            return Vendor.Answer.json(Map.of("login", "ada"));
        }
        if (asked.method().equals("POST")) {
            there.add(asked.json().path("body").asString(""));
            return Vendor.Answer.of(201, Vendor.Answer.json(comment(there.size())).text());
        }
        var all = new ArrayList<Map<String, Object>>();
        for (int n = 1; n <= there.size(); n++) {
            all.add(comment(n));
        }
        return Vendor.Answer.json(all);
    }

    private Map<String, Object> comment(int n) {
        return Map.of(
                "id",
                n,
                "html_url",
                "https://github.com/ada/moot/issues/1#issuecomment-" + n,
                "issue_url",
                "https://api.github.com/repos/ada/moot/issues/1",
                "user",
                Map.of("login", "ada"),
                "body",
                there.get(n - 1),
                "created_at",
                "2020-01-01T00:00:00Z",
                "updated_at",
                "2020-01-01T00:00:00Z");
    }

    @BeforeEach
    void connect() {
        here = town.found();
        source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "github",
                                                "",
                                                Map.of(
                                                        "base-url",
                                                        vendor.url(),
                                                        "repositories",
                                                        "ada/moot"),
                                                Map.of("token", "t")));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private Outgoing say(String text) {
        return town.in(
                here,
                () ->
                        speech.speaking(hands)
                                .say(source.id(), Said.of(Act.What.REPLY, "ada/moot#1", "", text)));
    }

    private Outgoing after(Outgoing one, Duration time) {
        hands.set(hands.instant().plus(time));
        return town.in(
                here,
                () -> {
                    speech.sending(hands).round();
                    return outbox.get(source.id(), one.id());
                });
    }

    @Test
    void itWaitsTenSecondsAndIsThenThere() {
        var one = say("Like so");
        assertThat(after(one, Duration.ofSeconds(9)).state()).isEqualTo(Outgoing.State.HELD);
        assertThat(there).isEmpty();
        var done = after(one, Duration.ofSeconds(1));
        assertThat(done.state()).isEqualTo(Outgoing.State.DONE);
        assertThat(done.externalId()).isEqualTo("ada/moot#1/comment/1");
        assertThat(done.url()).endsWith("#issuecomment-1");
        after(one, Duration.ofHours(1));
        assertThat(there).containsExactly("Like so");
    }

    @Test
    void whatIsTakenBackNeverLeaves() {
        var one = say("Oh no");
        town.in(
                here,
                () -> {
                    speech.speaking(hands).takeBack(source.id(), one.id());
                    return true;
                });
        assertThat(after(one, Duration.ofMinutes(1)).state()).isEqualTo(Outgoing.State.TAKEN_BACK);
        assertThat(there).isEmpty();
        var sent = say("Fine");
        after(sent, Duration.ofSeconds(10));
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () -> {
                                            speech.speaking(hands).takeBack(source.id(), sent.id());
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("too late");
    }

    @Test
    void anAnswerThatIsLostLeavesOnePost() {
        vendor.instead(
                asked -> {
                    if (asked.method().equals("POST")) {
                        answer(asked);
                        return Vendor.Answer.of(502, "");
                    }
                    return null;
                });
        var one = say("Once");
        var unsure = after(one, Duration.ofSeconds(10));
        assertThat(unsure.state()).isEqualTo(Outgoing.State.UNCONFIRMED);
        assertThat(unsure.problem()).contains("Nobody knows");
        assertThat(after(one, Duration.ofSeconds(29)).state())
                .isEqualTo(Outgoing.State.UNCONFIRMED);
        assertThat(after(one, Duration.ofSeconds(1)).state()).isEqualTo(Outgoing.State.DONE);
        after(one, Duration.ofHours(1));
        assertThat(there).containsExactly("Once");
    }

    @Test
    void whatSurelyDidNotArriveIsSentAgainAndWhatIsRefusedIsNot() {
        vendor.instead(asked -> asked.method().equals("POST") ? Vendor.Answer.of(502, "") : null);
        var one = say("Again");
        after(one, Duration.ofSeconds(10));
        vendor.instead(null);
        after(one, Duration.ofSeconds(30));
        assertThat(after(one, Duration.ofSeconds(1)).state()).isEqualTo(Outgoing.State.DONE);
        assertThat(there).containsExactly("Again");

        vendor.instead(_ -> Vendor.Answer.of(422, "{}"));
        var bad = say("Bad");
        assertThat(after(bad, Duration.ofSeconds(10)).state()).isEqualTo(Outgoing.State.REFUSED);
        vendor.instead(null);
        after(bad, Duration.ofHours(1));
        assertThat(there).containsExactly("Again");
        town.in(here, () -> speech.speaking(hands).again(source.id(), bad.id()));
        assertThat(after(bad, Duration.ofSeconds(1)).state()).isEqualTo(Outgoing.State.DONE);
    }

    @Test
    void aLimitIsWaitedFor() {
        vendor.instead(
                asked ->
                        asked.method().equals("POST")
                                ? Vendor.Answer.of(429, "{}").with("Retry-After", "60")
                                : null);
        var one = say("Later");
        assertThat(after(one, Duration.ofSeconds(10)).state()).isEqualTo(Outgoing.State.HELD);
        vendor.instead(null);
        vendor.forget();
        after(one, Duration.ofSeconds(59));
        assertThat(vendor.asked()).isEmpty();
        assertThat(after(one, Duration.ofSeconds(1)).state()).isEqualTo(Outgoing.State.DONE);
    }
}
