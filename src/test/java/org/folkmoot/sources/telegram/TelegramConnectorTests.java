package org.folkmoot.sources.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

class TelegramConnectorTests extends TelegramContract {

    TelegramConnectorTests() {
        there.say(1, "1 Ada", "How do I rotate keys?", "");
        there.say(2, "2 Grace", "So", "'reply_to_message': {'message_id': 1, 'date': 1}");
        there.update(
                3,
                "message_reaction",
                "{'message_id': 2, 'user': %s, 'old_reaction': [], 'new_reaction': [{'type': 'emoji', 'emoji': '👍'}]}"
                        .formatted(Messenger.user("1 Ada")));
        there.update(
                4,
                "message",
                "{'from': %1$s, 'new_chat_members': [%1$s]}".formatted(Messenger.user("3 Alan")));
        there.update(5, "chat_member", member("3 Alan", "left", "member"))
                .withObject("chat_member")
                .put("date", Messenger.DAY + 241);
        there.say(
                6,
                "2 Grace",
                "In a topic",
                "'message_thread_id': 9, 'is_topic_message': true, 'reply_to_message': {'message_id': 9, 'forum_topic_created': {'name': 'Help'}}");
    }

    private static String member(String who, String before, String now) {
        return "{'from': %1$s, 'old_chat_member': {'status': '%2$s', 'user': %1$s}, 'new_chat_member': {'status': '%3$s', 'user': %1$s}}"
                .formatted(Messenger.user(who), before, now);
    }

    @Test
    void allOfItIsReadPageByPage() {
        var all = all("");
        assertThat(ids(all))
                .containsExactlyInAnyOrder(
                        id(1),
                        id(2),
                        id(2) + "/reaction/👍/1",
                        GROUP + "/join/3/2025-02-19",
                        id(6));
        assertThat(deed(all, id(2)).kind()).isEqualTo(Kind.REPLY);
        assertThat(deed(all, id(2)).parent()).isEqualTo(id(1));
        assertThat(deed(all, id(1)).url()).isEqualTo("https://t.me/c/1234567890/1");
        assertThat(deed(all, id(6)).place()).isEqualTo(GROUP + "/9");
        assertThat(deed(all, id(6)).kind()).isEqualTo(Kind.MESSAGE);
        assertThat(all)
                .filteredOn(Found.Place.class::isInstance)
                .extracting(f -> ((Found.Place) f).name())
                .contains("The moot", "The moot: Help");
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.tags().contains("owner"))
                .extracting(f -> ((Person) f).fields().get("handle"))
                .containsExactly("Ada_x");
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().endsWith("/getUpdates"))
                .extracting(a -> a.one("offset"))
                .containsExactly("", "903", "905", "907");
    }

    /// What came once, asked for again before it was kept, is still there; what is asked for behind
    /// it is forgotten.
    @Test
    void nothingIsForgottenBeforeItIsKept() {
        var forgetful = new Messenger(true);
        forgetful.updates.addAll(there.updates);
        vendor().instead(forgetful::answer);
        var first = (Pull.Caught) pull("");
        var lost = (Pull.Caught) pull(first.next());
        assertThat(forgetful.updates).hasSize(6);
        var again = (Pull.Caught) pull(first.next());
        assertThat(again.page()).isEqualTo(lost.page());
        assertThat(ids(all(again.next()))).doesNotContain(id(1)).contains(id(6));
        assertThat(forgetful.updates).isEmpty();
    }

    @Test
    void aSecondRoundAsksForWhatIsNewAndTellsOfChangesAndWhatWasTakenBack() {
        var first = round("");
        there.update(
                1,
                "edited_message",
                "{'message_id': 1, 'from': %s, 'text': 'How, then?', 'edit_date': %d}"
                        .formatted(Messenger.user("1 Ada"), Messenger.DAY + 500));
        there.updates.getLast().put("update_id", 907);
        there.update(
                8,
                "message_reaction",
                "{'message_id': 2, 'user': %s, 'old_reaction': [{'type': 'emoji', 'emoji': '👍'}], 'new_reaction': []}"
                        .formatted(Messenger.user("1 Ada")));
        vendor().forget();
        var second = round(first.next());
        assertThat(vendor().asked()).hasSize(3);
        assertThat(ids(second.found())).containsExactly(id(1));
        assertThat(deed(second.found(), id(1)).edited())
                .isEqualTo(Instant.ofEpochSecond(Messenger.DAY + 500));
        assertThat(gone(second.found())).containsExactly(id(2) + "/reaction/👍/1");
    }

    private Pull later(String cursor, Duration after) {
        return Pulling.pull(
                connector(), line(), cursor.replace(NOW.toString(), NOW.minus(after).toString()));
    }

    /// Telegram then goes on with another number, perhaps a lower one.
    @Test
    void afterAWeekOfSilenceItIsAskedForWhateverThereIs() {
        var first = round("");
        there.updates.clear();
        there.say(1, "1 Ada", "Back again", "").put("update_id", 12);
        var hooked = (Pull.Caught) pull(first.next());
        assertThat(ids(all(hooked.next()))).isEmpty();
        var silent = (Pull.Caught) later(hooked.next(), Duration.ofDays(7));
        assertThat(ids(silent.page())).containsExactly(id(1));
    }

    @Test
    void whoeverComesAndGoesIsToldOnceHoweverOftenItIsTold() {
        there.updates.clear();
        there.update(1, "my_chat_member", member("5 MootBot", "left", "administrator"));
        there.update(2, "chat_member", member("3 Alan", "member", "kicked"));
        there.update(3, "chat_member", member("3 Alan", "kicked", "left"));
        there.update(4, "chat_member", member("2 Grace", "member", "left"));
        there.update(
                5,
                "message",
                "{'from': %s, 'left_chat_member': %s}"
                        .formatted(Messenger.user("1 Ada"), Messenger.user("2 Grace")));
        there.update(6, "chat_member", member("2 Grace", "member", "restricted"));
        var all = all("");
        assertThat(all)
                .filteredOn(Deed.class::isInstance)
                .extracting(f -> ((Deed) f).kind())
                .containsExactly(
                        Kind.JOIN, Kind.BAN, Kind.SYSTEM_NOTE, Kind.LEAVE, Kind.LEAVE, Kind.LEAVE);
        assertThat(ids(all)).hasSize(4);
        assertThat(deed(all, GROUP + "/join/5/2025-02-19").who()).isEqualTo("5");
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.flags().contains(Person.Flag.BOT))
                .hasSize(1);
    }

    @Test
    void whatIsPrivateOrNotWantedIsLeftAlone() {
        there.updates.clear();
        there.say(1, "1 Ada", "Psst", "'chat': {'id': 1, 'type': 'private'}");
        there.say(2, "1 Ada", "Elsewhere", "'chat': {'id': -5, 'type': 'group', 'title': 'x'}");
        assertThat(ids(all(""))).containsExactly("-5:2");
        var some =
                new Connection(
                        7,
                        Map.of("base-url", vendor().url(), "chats", GROUP),
                        Map.of("token", SECRET));
        var basket = new Found.Basket();
        there.updates.forEach(update -> Updates.of(some, basket).tell(update));
        assertThat(basket.all(Deed.class)).isEmpty();
        assertThat(connector().wrongWith(connection("chats", "the moot")))
                .hasValueSatisfying(why -> assertThat(why).contains("the moot"));
    }

    private Connection connection(String name, String value) {
        return new Connection(
                7, Map.of("base-url", vendor().url(), name, value), Map.of("token", SECRET));
    }

    @Test
    void aGroupThatBecameASupergroupIsAClearChange() {
        there.updates.clear();
        there.update(
                1,
                "message",
                "{'from': %s, 'migrate_to_chat_id': %s, 'chat': {'id': -77, 'type': 'group', 'title': 'Small one'}}"
                        .formatted(Messenger.user("1 Ada"), GROUP));
        there.update(
                2,
                "message",
                "{'from': %s, 'migrate_from_chat_id': -77}".formatted(Messenger.user("1 Ada")));
        var all = all("");
        assertThat(deed(all, "-77:1").facts()).containsEntry("became", GROUP);
        assertThat(deed(all, id(2)).facts()).containsEntry("was", "-77");
        Line line = line(connection("chats", "-77"));
        var cursor =
                "{\"stage\":\"CHATS\",\"bot\":\"\",\"next\":0,\"chats\":[],\"left\":[\"-77\"],\"moved\":{}}";
        for (var from : List.of(cursor, round("").next())) {
            assertThat(Pulling.pull(connector(), line, from))
                    .isInstanceOfSatisfying(
                            Pull.SignInAgain.class, why -> assertThat(why.why()).contains(GROUP));
        }
    }

    @Test
    void whatTelegramSaysNoToIsToldInWordsWithoutTheToken() {
        for (var answer :
                List.of(
                        Messenger.no(404, "Not Found", ""),
                        Messenger.no(403, "Forbidden: bot was kicked", ""),
                        Messenger.no(
                                409,
                                "Conflict: can't use getUpdates method while webhook is active",
                                ""))) {
            vendor().instead(_ -> answer);
            assertThat(pull(""))
                    .isInstanceOf(Pull.SignInAgain.class)
                    .asString()
                    .doesNotContain(SECRET);
        }
        for (var answer :
                List.of(
                        Messenger.no(409, "Conflict: terminated by other getUpdates request", ""),
                        Messenger.no(400, "Bad Request: oh", ""),
                        Vendor.Answer.of(200, "{\"ok\":false}"),
                        Messenger.no(500, "Internal Server Error", ""))) {
            vendor().instead(_ -> answer);
            assertThat(pull(""))
                    .isInstanceOf(Pull.Unreachable.class)
                    .asString()
                    .doesNotContain(SECRET);
        }
        vendor().instead(null);
        assertThat(new TelegramApi(line()).get("getMe").toString()).doesNotContain(SECRET);
        assertThat(round("").next()).doesNotContain(SECRET);
    }

    @Test
    void whateverIsGivenAsATokenLeadsNowhereElse() {
        var odd = "12:AB/../x?y=1#z";
        var line =
                line(new Connection(7, Map.of("base-url", vendor().url()), Map.of("token", odd)));
        Ask ask = new TelegramApi(line).get("getMe");
        assertThat(ask.uri().getRawPath()).isEqualTo("/bot12:AB%2F..%2Fx%3Fy%3D1%23z/getMe");
        assertThat(new TelegramApi(line).bot()).isEqualTo("12");
    }

    @Test
    void whatWasTakenBackAndGivenAgainOnOnePageIsThere() {
        there.updates.clear();
        var change = "{'message_id': 2, 'user': %s, 'old_reaction': [%s], 'new_reaction': [%s]}";
        var thumb = "{'type': 'emoji', 'emoji': '👍'}";
        var ada = Messenger.user("1 Ada");
        there.update(1, "message_reaction", change.formatted(ada, thumb, ""));
        there.update(2, "message_reaction", change.formatted(ada, "", thumb));
        assertThat(all(""))
                .filteredOn(Mark.class::isInstance)
                .extracting(f -> ((Mark) f).what())
                .containsExactly(Mark.What.DELETED, Mark.What.RESTORED);
    }
}
