package org.folkmoot.sources.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class DiscordActsTests extends ConnectorContract {

    private static final String URL = "https://discord.com/channels/4/500/" + Server.id(2);

    private final Server server = new Server();
    private final Acting acts = new DiscordActs();

    DiscordActsTests() {
        server.say(2, Server.GENERAL, "2", "How do I rotate keys?");
    }

    @Override
    protected Connector connector() {
        return new DiscordConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.path().equals("/users/@me")) {
            return Vendor.Answer.json(Map.of("id", "9"));
        }
        if (asked.path().equals("/guilds/4/messages/search")) {
            return Vendor.Answer.json(
                    Map.of("messages", List.of(List.of(Map.of("channel_id", "500")))));
        }
        if (asked.path().equals("/channels/502")) {
            return Vendor.Answer.json(Map.of("id", "502", "type", 15));
        }
        if (asked.method().equals("POST") && asked.path().endsWith("/messages")) {
            var said = server.say(50, asked.path().split("/")[2], "9", "");
            said.put("content", asked.json().path("content").asString(""));
            return Vendor.Answer.json(said);
        }
        if (asked.method().equals("POST")) {
            return Vendor.Answer.json(Map.of("id", "7001", "guild_id", "4"));
        }
        return asked.method().equals("GET") ? server.answer(asked) : Vendor.Answer.of(204, "");
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "guild", "4");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"retry_after\":1.25,\"global\":false}");
    }

    @Override
    protected Instant until() {
        return NOW.plusMillis(1_250);
    }

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act("folkmoot-12", what, target, "", text, more, NOW);
    }

    private Acting.Done done(What what, String target, String text, Map<String, String> more) {
        vendor().forget();
        return acts.act(line(), act(what, target, text, more));
    }

    private Vendor.Asked asked() {
        return vendor().asked().getLast();
    }

    private void isAsked(String method, String path) {
        assertThat(asked().method() + " " + asked().path()).isEqualTo(method + " " + path);
    }

    @Test
    void aMessageBearsItsNonceAndCallsNobodyItDoesNotName() {
        var done = done(What.POST, "500", "Hello", Map.of());
        isAsked("POST", "/channels/500/messages");
        assertThat(asked().json().path("nonce").asString("")).isEqualTo("folkmoot-12");
        assertThat(asked().json().path("enforce_nonce").asBoolean()).isTrue();
        assertThat(asked().json().path("allowed_mentions").path("parse").toString())
                .isEqualTo("[\"users\"]");
        assertThat(done.id()).isEqualTo(Server.id(50));
        assertThat(done.url()).isEqualTo("https://discord.com/channels/4/500/" + Server.id(50));
    }

    @Test
    void aReplyGoesToTheChannelOfWhatItAnswers() {
        done(What.REPLY, Server.id(2), "So", Map.of("url", URL));
        isAsked("POST", "/channels/500/messages");
        assertThat(asked().json().path("message_reference").path("message_id").asString(""))
                .isEqualTo(Server.id(2));
        assertThat(vendor().asked()).hasSize(1);
        done(What.REPLY, Server.id(2), "So", Map.of());
        assertThat(vendor().asked().getFirst().path()).isEqualTo("/guilds/4/messages/search");
        isAsked("POST", "/channels/500/messages");
    }

    @Test
    void whatWasPostedIsFoundAgain() {
        var act =
                new Act(
                        "folkmoot-12",
                        What.REPLY,
                        Server.id(2),
                        "",
                        "So",
                        Map.of("url", URL),
                        Instant.parse("2025-03-03T09:00:00Z"));
        assertThat(acts.find(line(), act)).isEmpty();
        var done = acts.act(line(), act);
        assertThat(acts.find(line(), act)).contains(done);
        assertThat(acts.twice(act)).isFalse();
    }

    @Test
    void aForumGetsAThread() {
        var act = new Act("k", What.POST, "502", "Display shows E42", "Why?", Map.of(), NOW);
        assertThat(acts.act(line(), act).id()).isEqualTo("7001");
        isAsked("POST", "/channels/502/threads");
        assertThat(asked().json().path("name").asString("")).isEqualTo("Display shows E42");
        assertThat(asked().json().path("message").path("content").asString("")).isEqualTo("Why?");
    }

    @Test
    void membersAreTimedOutBannedAndLetIn() {
        done(What.TIMEOUT, "3", "Adverts, again", Map.of("minutes", "10"));
        isAsked("PATCH", "/guilds/4/members/3");
        assertThat(asked().json().path("communication_disabled_until").asString(""))
                .isEqualTo(NOW.plusSeconds(600).toString());
        assertThat(asked().headers()).containsEntry("x-audit-log-reason", "Adverts%2C%20again");
        done(What.BAN, "3", "Adverts", Map.of());
        isAsked("PUT", "/guilds/4/bans/3");
        done(What.LIFT, "3", "", Map.of());
        isAsked("DELETE", "/guilds/4/bans/3");
        vendor().instead(a -> a.method().equals("DELETE") ? Vendor.Answer.of(404, "{}") : null);
        done(What.LIFT, "3", "", Map.of());
        isAsked("PATCH", "/guilds/4/members/3");
        assertThat(asked().json().path("communication_disabled_until").isNull()).isTrue();
        vendor().instead(null);
        done(What.ROLE, "3", "77", Map.of());
        isAsked("PUT", "/guilds/4/members/3/roles/77");
        done(What.ROLE, "3", "77", Map.of("remove", "true"));
        isAsked("DELETE", "/guilds/4/members/3/roles/77");
    }

    @Test
    void messagesAreReactedToChangedAndDeleted() {
        var done = done(What.REACT, Server.id(2), "🎉", Map.of("url", URL));
        isAsked("PUT", "/channels/500/messages/" + Server.id(2) + "/reactions/🎉/@me");
        assertThat(done.id()).isEqualTo(Server.id(2) + "/reaction/🎉/9");
        done(What.REACT, Server.id(2), ":wave:31", Map.of("url", URL));
        isAsked("PUT", "/channels/500/messages/" + Server.id(2) + "/reactions/wave:31/@me");
        done(What.EDIT, Server.id(2), "Hello!", Map.of("url", URL));
        isAsked("PATCH", "/channels/500/messages/" + Server.id(2));
        done(What.DELETE, Server.id(2), "Adverts", Map.of("url", URL));
        isAsked("DELETE", "/channels/500/messages/" + Server.id(2));
    }

    @Test
    void anEventIsAnnounced() {
        var act =
                new Act(
                        "k",
                        What.EVENT,
                        "server",
                        "Meetup",
                        "Come!",
                        Map.of("starts", "2031-05-01T18:00:00+02:00", "place", "Library"),
                        NOW);
        assertThat(acts.act(line(), act).id()).isEqualTo("event/7001");
        isAsked("POST", "/guilds/4/scheduled-events");
        assertThat(asked().body())
                .contains("\"entity_type\":3", "\"privacy_level\":2", "2031-05-01T16:00:00Z")
                .contains("2031-05-01T17:00:00Z", "\"location\":\"Library\"");
    }

    @Test
    void aRefusalIsToldInDiscordsOwnWords() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        403,
                                        "{\"message\":\"Missing Permissions\",\"code\":50013}"));
        assertThatThrownBy(() -> done(What.POST, "500", "Hello", Map.of()))
                .hasMessage("Discord did not do it: Missing Permissions, 50013.");
        assertThatThrownBy(() -> done(What.BAN, "3", "", Map.of()))
                .hasMessageContaining("Missing Permissions");
    }
}
