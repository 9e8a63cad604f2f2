package org.folkmoot.sources.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class TelegramCallsTests extends TelegramContract {

    private static final String ADDRESS = "https://moot.example.org/hooks/7";

    private final TelegramCalls calls = new TelegramCalls();

    TelegramCallsTests() {
        there.say(1, "1 Ada", "How do I rotate keys?", "");
        there.say(2, "2 Grace", "So", "'reply_to_message': {'message_id': 1, 'date': 1}");
    }

    private static Call call(String secret, String body) {
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-telegram-bot-api-secret-token", secret),
                Signature.bytes(body));
    }

    @Test
    void aCallNeedsItsSecretAndTellsTheSameAsAPull() {
        var pulled = all("");
        var basket = new Found.Basket();
        for (var update : there.updates) {
            var call = call(SECRET, update.toString());
            assertThat(calls.hear(call, connection(), NOW))
                    .isEqualTo(new Heard.Take(update.path("update_id").asString("")));
            calls.tell(call, line(), basket);
        }
        assertThat(basket.all(Deed.class))
                .containsExactlyElementsOf(
                        pulled.stream()
                                .filter(Deed.class::isInstance)
                                .map(Deed.class::cast)
                                .toList());
        var body = there.updates.getFirst().toString();
        for (var wrong :
                new Call[] {
                    call("", body),
                    call("S" + SECRET.substring(1), body),
                    call(SECRET + "x", body),
                    new Call("POST", Map.of(), Map.of(), Signature.bytes(body)),
                    call(SECRET, "{}"),
                    call(SECRET, "{\"update_id\":")
                }) {
            assertThat(calls.hear(wrong, connection(), NOW)).isInstanceOf(Heard.Refuse.class);
        }
    }

    @Test
    void onceTelegramCallsNobodyAsks() {
        assertThat(calls.arrange(line(), ADDRESS)).contains(NOW.plus(Duration.ofDays(1)));
        var asked = vendor().asked().getLast().json();
        assertThat(asked.path("secret_token").asString("")).isEqualTo(SECRET);
        assertThat(asked.path("allowed_updates").toString())
                .contains("message_reaction", "chat_member");
        vendor().forget();
        assertThat(ids(all(""))).isEmpty();
        assertThat(vendor().asked()).noneMatch(a -> a.path().endsWith("/getUpdates"));
        there.hook = "https://elsewhere.example/hook";
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class,
                        why -> assertThat(why.why()).contains("another program"));
    }

    @Test
    void onlyOurOwnWebhookIsEnded() {
        calls.arrange(line(), ADDRESS);
        calls.unlisten(line(), "https://moot.example.org/hooks/8");
        assertThat(there.hook).isEqualTo(ADDRESS);
        calls.unlisten(line(), ADDRESS);
        assertThat(there.hook).isEmpty();
        vendor().forget();
        calls.unlisten(line(), ADDRESS);
        assertThat(vendor().asked()).noneMatch(a -> a.path().endsWith("/deleteWebhook"));
    }

    @Test
    void whyTelegramCannotCallIsSaid() {
        var info =
                "{\"ok\":true,\"result\":{\"url\":\"%s\",\"pending_update_count\":3,\"last_error_date\":%d,\"last_error_message\":\"Connection timed out\"}}";
        var lately = NOW.minusSeconds(60).getEpochSecond();
        vendor().instead(_ -> Vendor.Answer.of(200, info.formatted(ADDRESS, lately)));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.Unreachable.class,
                        why -> assertThat(why.why()).contains("Connection timed out"));
        var before = NOW.minusSeconds(6000).getEpochSecond();
        vendor().instead(_ -> Vendor.Answer.of(200, info.formatted(ADDRESS, before)));
        assertThat(pull("")).isInstanceOf(Pull.Caught.class);
        vendor().instead(_ -> Messenger.no(400, "Bad Request: bad webhook: HTTPS url must be", ""));
        assertThatThrownBy(() -> calls.arrange(line(), "http://moot.example.org/hooks/7"))
                .isInstanceOf(Stop.class);
    }
}
