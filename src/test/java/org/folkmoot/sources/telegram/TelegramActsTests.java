package org.folkmoot.sources.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class TelegramActsTests extends TelegramContract {

    private final TelegramActs acts = new TelegramActs();

    TelegramActsTests() {
        there.say(1, "1 Ada", "How do I rotate keys?", "");
    }

    private static Act act(What what, String target, String title, String text, String... more) {
        return new Act(
                "folkmoot-12",
                what,
                target,
                title,
                text,
                more.length == 0 ? Map.of() : Map.of(more[0], more[1], "place", GROUP),
                NOW);
    }

    private static Act act(What what, String target, String text) {
        return act(what, target, "", text);
    }

    private Vendor.Asked asked() {
        return vendor().asked().getLast();
    }

    @Test
    void whatIsPostedAndRepliedIsKnownAsAPullWouldTellIt() {
        var done = acts.act(line(), act(What.POST, GROUP + "/9", "News", "Hello <all>"));
        assertThat(done.id()).isEqualTo(id(101));
        assertThat(done.url()).isEqualTo("https://t.me/c/1234567890/101");
        assertThat(asked().path()).endsWith("/sendMessage");
        assertThat(asked().json())
                .isEqualTo(
                        Messenger.json(
                                "{'chat_id': '%s', 'text': 'News\\n\\nHello <all>', 'entities': [{'type': 'bold', 'offset': 0, 'length': 4}], 'message_thread_id': 9}"
                                        .formatted(GROUP)));
        var reply =
                new Act(
                        "k",
                        What.REPLY,
                        id(1),
                        "",
                        "Thus",
                        Map.of("place", GROUP + "/9"),
                        Instant.EPOCH);
        acts.act(line(), reply);
        assertThat(asked().json().at("/reply_parameters/message_id").asInt()).isEqualTo(1);
        assertThat(asked().json().path("message_thread_id").asInt()).isEqualTo(9);
        assertThatThrownBy(() -> acts.find(line(), reply)).hasMessageContaining("Look into");
        assertThat(acts.twice(reply)).isFalse();
        assertThatThrownBy(() -> acts.act(line(), act(What.POST, GROUP, "x".repeat(4097))))
                .hasMessageContaining("4,096");
        assertThatThrownBy(() -> acts.act(line(), act(What.REPLY, "nonsense", "x")))
                .hasMessageContaining("no message");
    }

    @Test
    void whatIsSaidToAGroupThatMovedIsSaidWhereItIsNow() {
        var done = acts.act(line(), act(What.POST, Messenger.SMALL, "Hello"));
        assertThat(done.id()).isEqualTo(id(101));
        assertThat(there.sent).hasSize(1);
    }

    /// Twenty a minute to a group; what else is asked for goes on.
    @Test
    void aGroupIsToldNoMoreThanTelegramAllows() {
        var line = line();
        for (int n = 0; n < 20; n++) {
            acts.act(line, act(What.POST, GROUP, "Hello " + n));
        }
        assertThatThrownBy(() -> acts.act(line, act(What.POST, GROUP, "Too much")))
                .isInstanceOf(Stop.class);
        assertThat(there.sent).hasSize(20);
        acts.act(line, act(What.POST, "-5", "Elsewhere"));
        assertThat(connector().look(line)).contains("@moot_bot");
    }

    @Test
    void reactionsChangesAndDeletionsChangeNothingTheSecondTime() {
        assertThat(acts.act(line(), act(What.REACT, id(1), "👍")).id())
                .startsWith(id(1) + "/reaction/👍/");
        assertThat(asked().json().at("/reaction/0/emoji").asString("")).isEqualTo("👍");
        assertThat(acts.act(line(), act(What.EDIT, id(1), "Other")).id()).isEqualTo(id(1));
        assertThat(acts.act(line(), act(What.EDIT, id(1), "the same")).id()).isEqualTo(id(1));
        acts.act(line(), act(What.DELETE, id(1), "Adverts"));
        assertThat(asked().path()).endsWith("/deleteMessage");
        vendor().instead(_ -> Messenger.no(400, "Bad Request: message to delete not found", ""));
        assertThat(acts.act(line(), act(What.DELETE, id(1), "")).id()).isEqualTo(id(1));
        vendor().instead(_ -> Messenger.no(400, "Bad Request: message can't be deleted", ""));
        assertThatThrownBy(() -> acts.act(line(), act(What.DELETE, id(1), "")))
                .hasMessageContaining("can't be deleted");
    }

    @Test
    void timeOutsEndWhenTheyShallAndBansAreLiftedOfThoseAlone() {
        acts.act(line(), act(What.TIMEOUT, "3", "", "", "minutes", "30"));
        assertThat(asked().path()).endsWith("/restrictChatMember");
        assertThat(asked().json().path("until_date").asLong())
                .isEqualTo(NOW.plusSeconds(1800).getEpochSecond());
        for (var minutes : new String[] {"0", "600000"}) {
            assertThatThrownBy(
                            () ->
                                    acts.act(
                                            line(),
                                            act(What.TIMEOUT, "3", "", "", "minutes", minutes)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        acts.act(line(), act(What.BAN, "3", "", "Adverts", "delete", "true"));
        assertThat(asked().json().path("revoke_messages").asBoolean()).isTrue();
        acts.act(line(), act(What.LIFT, "3", "", "", "x", "y"));
        assertThat(asked().path()).endsWith("/unbanChatMember");
        assertThat(asked().json().path("only_if_banned").asBoolean()).isTrue();
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/getChatMember")
                                        ? Vendor.Answer.of(
                                                200,
                                                "{\"ok\":true,\"result\":{\"status\":\"restricted\"}}")
                                        : null);
        acts.act(line(), act(What.LIFT, "3", "", "", "x", "y"));
        assertThat(asked().json().at("/permissions/can_send_messages").asBoolean()).isTrue();
        assertThatThrownBy(() -> acts.act(line(), act(What.BAN, "3", "")))
                .hasMessageContaining("which chat");
    }
}
