package org.folkmoot.sources.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class DiscordConnectorTests extends ConnectorContract {

    private final Server server = new Server();

    DiscordConnectorTests() {
        server.say(1, Server.GENERAL, "1", "Hello <@2> <:wave:31>")
                .set("mentions", Server.json(List.of(Server.user("2", "grace"))));
        server.say(2, Server.GENERAL, "2", "How do I rotate keys?");
        var reply = server.say(3, Server.GENERAL, "1", "So");
        reply.put("type", 19);
        reply.putObject("message_reference").put("message_id", Server.id(2));
        server.say(4, Server.GENERAL, "2", "Thanks");
        server.say(5, Server.GENERAL, "1", "Bye");
        server.react(2, "👍", "1", "2", "3");
        server.say(6, Server.id(6), "1", "E42?");
        server.say(7, Server.id(6), "2", "Clean the lens.");
        server.threads.add(Server.thread(6, Server.HELP, "Display shows E42", ""));
        server.say(8, Server.id(8), "2", "An old one");
        server.rested.add(Server.thread(8, Server.HELP, "Old", "2025-03-04T00:00:00.123456+00:00"));
        server.events.add(
                Map.of(
                        "id",
                        Server.id(20),
                        "name",
                        "Meetup",
                        "creator_id",
                        "1",
                        "status",
                        1,
                        "user_count",
                        1,
                        "scheduled_start_time",
                        "2031-05-01T18:00:00+00:00"));
        server.audit.add(
                Map.of(
                        "id", Server.id(30),
                        "action_type", 22,
                        "target_id", "3",
                        "user_id", "1",
                        "reason", "Adverts"));
    }

    @Override
    protected Connector connector() {
        return new DiscordConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bot " + SECRET);
        assertThat(asked.headers().get("user-agent")).startsWith("DiscordBot (http");
        return server.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "guild", "4");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                        429,
                        "{\"message\":\"You are being rate limited.\",\"retry_after\":64.57,\"global\":true}")
                .with("Retry-After", "64")
                .with("X-RateLimit-Global", "true")
                .with("X-RateLimit-Scope", "global");
    }

    @Override
    protected Instant until() {
        return NOW.plusMillis(64_570);
    }

    private static List<String> deleted(List<Found> found) {
        return found.stream()
                .filter(f -> f instanceof Found.Mark m && m.what() == Found.Mark.What.DELETED)
                .map(f -> ((Found.Mark) f).id())
                .toList();
    }

    @Test
    void allOfItIsReadPageByPage() {
        var all = all("");
        var thumb = Server.id(2) + "/reaction/👍/";
        assertThat(ids(all))
                .contains(thumb + "1", thumb + "2", thumb + "3", "audit/" + Server.id(30))
                .contains("event/" + Server.id(20), "event/" + Server.id(20) + "/interested/2");
        for (int n = 1; n <= 8; n++) {
            assertThat(ids(all)).contains(Server.id(n));
        }
        assertThat(deed(all, Server.id(1)).text()).isEqualTo("Hello @grace :wave:");
        assertThat(deed(all, Server.id(3)).parent()).isEqualTo(Server.id(2));
        assertThat(deed(all, Server.id(7)).parent()).isEqualTo(Server.id(6));
        assertThat(deed(all, Server.id(7)).place()).isEqualTo(Server.HELP);
        assertThat(deed(all, Server.id(6)).title()).isEqualTo("Display shows E42");
        assertThat(deed(all, "audit/" + Server.id(30)).kind()).isEqualTo(Kind.BAN);
        assertThat(all)
                .filteredOn(f -> f instanceof Found.Place p && p.style() == Style.FORUM)
                .extracting(f -> ((Found.Place) f).name())
                .containsOnly("help");
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("Amazing Grace"))
                .singleElement()
                .satisfies(p -> assertThat(((Person) p).tags()).containsExactly("Weaver"))
                .satisfies(p -> assertThat(((Person) p).joined()).isNotNull());
    }

    @Test
    void howManyMembersThereAreIsKept() {
        assertThat(((Pull.Caught) pull("")).figures())
                .singleElement()
                .satisfies(f -> assertThat(f.value()).isEqualByComparingTo("42"));
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked())
                .hasSizeLessThan(10)
                .noneMatch(a -> a.path().contains("reactions") || a.path().contains("/501/"));
        assertThat(round(second.next()).pages()).isEqualTo(second.pages());
    }

    @Test
    void editsDeletionsNewReactionsAndLateRepliesAreFound() {
        var first = round("");
        server.said(5)
                .put("content", "Bye, all")
                .put("edited_timestamp", "2025-03-03T10:00:00.000000+00:00");
        server.messages.remove(Server.id(4));
        server.messages.remove(Server.id(1));
        server.react(5, "🎉", "2");
        server.say(40, Server.id(6), "1", "That helped.");
        var second = round(first.next());
        assertThat(deed(second.found(), Server.id(5)).text()).isEqualTo("Bye, all");
        assertThat(deed(second.found(), Server.id(5)).edited()).isNotNull();
        assertThat(deleted(second.found())).containsExactlyInAnyOrder(Server.id(4), Server.id(1));
        assertThat(ids(second.found()))
                .contains(Server.id(5) + "/reaction/🎉/2")
                .contains(Server.id(40));
        assertThat(deleted(round(second.next()).found())).isEmpty();
    }

    @Test
    void aThreadThatCameToRestIsReadOnceMore() {
        var first = round("");
        server.say(41, Server.id(6), "1", "One more.");
        server.threads.clear();
        var second = round(first.next());
        assertThat(ids(second.found())).contains(Server.id(41));
        vendor().forget();
        round(second.next());
        assertThat(vendor().asked()).noneMatch(a -> a.path().contains(Server.id(6)));
    }

    @Test
    void anEmptyBucketIsWaitedForBeforeItBites() {
        vendor().instead(
                        asked ->
                                answer(asked)
                                        .with("X-RateLimit-Remaining", "0")
                                        .with("X-RateLimit-Reset-After", "2.0005"));
        var line = line();
        line.ask(new DiscordApi(line).get("/guilds/4"));
        vendor().forget();
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> line.ask(new DiscordApi(line).get("/guilds/4/channels"))))
                .isNotNull();
        assertThat(vendor().asked()).isEmpty();
    }

    @Test
    void aBotWithoutRightsReadsWhatItMay() {
        server.mayListPeople = false;
        assertThat(ids(all(""))).contains(Server.id(1), Server.id(7));
        vendor().instead(
                        a ->
                                a.path().equals("/guilds/4")
                                        ? Vendor.Answer.of(404, "{\"code\":10004}")
                                        : null);
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class).asString().contains("Invite it");
    }

    @Test
    void theFirstLookSaysWhatIsNotSwitchedOn() {
        assertThat(look(1 << 15 | 1 << 18)).endsWith("members.");
        assertThat(look(1 << 14)).endsWith("switch on Message Content Intent.");
        assertThat(look(1 << 19)).endsWith("switch on Server Members Intent.");
        assertThat(look(0)).contains("who the members are, nor what messages say");
    }

    private String look(int flags) {
        vendor().instead(
                        a ->
                                a.path().equals("/applications/@me")
                                        ? Vendor.Answer.json(Map.of("id", "8", "flags", flags))
                                        : null);
        return connector().look(line());
    }

    @Test
    void anEventThatVanishesBeforeItsTimeWasCalledOff() {
        var first = round("");
        server.events.clear();
        assertThat(deleted(round(first.next()).found())).containsExactly("event/" + Server.id(20));
    }

    @Test
    void pollsAndBuiltMessagesSayWhatTheyShow() {
        server.say(9, Server.GENERAL, "1", "")
                .set(
                        "poll",
                        Server.json(
                                Map.of(
                                        "question",
                                        Map.of("text", "Where to?"),
                                        "answers",
                                        List.of(Map.of("poll_media", Map.of("text", "Berlin"))))));
        var inner = Map.of("type", 10, "content", "# Rules");
        server.say(10, Server.GENERAL, "2", "")
                .set(
                        "components",
                        Server.json(List.of(Map.of("type", 17, "components", List.of(inner)))));
        var all = all("");
        assertThat(deed(all, Server.id(9)).text()).isEqualTo("Where to?\n- Berlin");
        assertThat(deed(all, Server.id(10)).text()).isEqualTo("# Rules");
    }

    @Test
    void membersAreCounted() {
        assertThat(connector().counting().orElseThrow().count(line()))
                .containsExactly(Counting.Total.people("members of Lantern", 42));
    }
}
