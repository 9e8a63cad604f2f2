package org.folkmoot.sources.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class MattermostConnectorTests extends ConnectorContract {

    private final Chat chat = new Chat();
    private final MattermostActs acts = new MattermostActs();

    MattermostConnectorTests() {
        chat.say(1, "u1", "", "Hello");
        chat.say(2, "u2", "", "How do I rotate keys?");
        chat.say(3, "u1", Chat.id(2), "So");
        chat.say(4, "u2", "", "").put("type", "system_join_channel");
        chat.say(5, "u1", "", "Bye");
        react(2, "u1", "+1");
    }

    private void react(int n, String user, String emoji) {
        chat.said(n)
                .withObject("metadata")
                .putArray("reactions")
                .addObject()
                .put("user_id", user)
                .put("emoji_name", emoji)
                .put("create_at", Chat.DAY + 500_000);
    }

    @Override
    protected Connector connector() {
        return new MattermostConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return asked.method().equals("GET") || asked.path().equals("/api/v4/posts")
                ? chat.answer(asked)
                : Vendor.Answer.of(200, "{\"status\":\"OK\"}");
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "limit exceeded")
                .with("X-Ratelimit-Limit", "10")
                .with("X-Ratelimit-Remaining", "0")
                .with("X-Ratelimit-Reset", "2");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(2);
    }

    @Test
    void allOfItIsReadPageByPage() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly("p01", "p02", "p02/reaction/+1/u1", "p03", "p04", "p05");
        assertThat(deed(all, "p03").parent()).isEqualTo("p02");
        assertThat(deed(all, "p03").kind()).isEqualTo(Kind.REPLY);
        assertThat(deed(all, "p04").kind()).isEqualTo(Kind.JOIN);
        assertThat(deed(all, "p01").url()).endsWith("/moot/pl/p01");
        assertThat(all).filteredOn(Person.class::isInstance).hasSize(2);
        assertThat(vendor().asked()).noneMatch(a -> a.path().contains("d1"));
    }

    @Test
    void aSecondRoundAsksOnceForEachChannelWhatChanged() {
        var first = round("");
        chat.said(1).put("message", "Hello, all").put("edit_at", Chat.DAY + 900_000L);
        chat.said(1).put("update_at", Chat.DAY + 900_000L);
        chat.said(5).put("delete_at", Chat.DAY + 900_000L).put("update_at", Chat.DAY + 900_000L);
        chat.say(6, "u2", Chat.id(2), "Thanks");
        vendor().forget();
        var second = round(first.next());
        assertThat(vendor().asked()).hasSize(3);
        assertThat(deed(second.found(), "p01").text()).isEqualTo("Hello, all");
        assertThat(deed(second.found(), "p01").edited()).isNotNull();
        assertThat(ids(second.found())).contains("p06").doesNotContain("p02");
        assertThat(second.found())
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("p05");
    }

    private static Call call(String type, String body) {
        return new Call("POST", Map.of(), Map.of("content-type", type), Signature.bytes(body));
    }

    @Test
    void aCallNeedsItsTokenAndTellsTheSameAsAPull() {
        var json =
                "{\"token\":\""
                        + SECRET
                        + "\",\"post_id\":\"p02\",\"team_domain\":\"moot\",\"text\":\"forged\"}";
        var form = "token=" + SECRET + "&post_id=p02&team_domain=moot";
        var calls = new MattermostCalls();
        for (var call :
                List.of(
                        call("application/json", json),
                        call("application/x-www-form-urlencoded", form))) {
            assertThat(calls.hear(call, connection(), NOW)).isEqualTo(new Heard.Take("p02"));
            var basket = new Found.Basket();
            calls.tell(call, line(), basket);
            assertThat(basket.all(Deed.class)).contains(deed(all(""), "p02"));
        }
        for (var wrong :
                List.of("{\"token\":\"x\",\"post_id\":\"p\"}", "{}", "{", "{\"token\":\"\"}")) {
            assertThat(calls.hear(call("application/json", wrong), connection(), NOW))
                    .isInstanceOf(Heard.Refuse.class);
        }
    }

    private static Act act(What what, String target, String text) {
        return new Act(
                "folkmoot-12", what, target, "", text, Map.of(), Instant.ofEpochMilli(Chat.DAY));
    }

    @Test
    void whatIsPostedIsInItsThreadAndFoundAgain() {
        var reply = act(What.REPLY, "p03", "Yes");
        assertThat(acts.find(line(), reply)).isEmpty();
        var done = acts.act(line(), reply);
        var asked = vendor().asked().getLast().json();
        assertThat(asked.path("root_id").asString("")).isEqualTo("p02");
        assertThat(asked.path("channel_id").asString("")).isEqualTo("c1");
        assertThat(asked.path("pending_post_id").asString("")).isEqualTo("u9:folkmoot-12");
        assertThat(acts.find(line(), reply)).contains(done);
        assertThat(acts.act(line(), act(What.REACT, "p03", ":tada:")).id())
                .isEqualTo("p03/reaction/tada/u9");
        acts.act(line(), act(What.DELETE, "p03", ""));
        assertThat(vendor().asked().getLast().method()).isEqualTo("DELETE");
        acts.act(line(), act(What.EDIT, "p03", "No"));
        assertThat(vendor().asked().getLast().path()).isEqualTo("/api/v4/posts/p03/patch");
    }
}
