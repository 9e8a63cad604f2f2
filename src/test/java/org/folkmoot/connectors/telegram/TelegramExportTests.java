package org.folkmoot.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramExportTests {

    private static final String GROUP = "-1001234567890";

    @TempDir Path folder;

    private Path chat(String type, String messages) throws IOException {
        Given.file(
                folder,
                "t/result.json",
                """
                {"name": "The moot", "type": "%s", "id": 1234567890, "messages": [%s]}
                """
                        .formatted(type, messages));
        return folder.resolve("t");
    }

    private static String row(int id, String more) {
        return """
        {"id": %d, "type": "message", "date": "2025-02-19T21:20:00", "date_unixtime": "%d", \
        "from": "Ada", "from_id": "user1", %s}"""
                .formatted(id, 1_740_000_000 + id, more);
    }

    private static String note(int id, String more) {
        return """
        {"id": %d, "type": "service", "date_unixtime": "%d", "actor": "Alan", "actor_id": "user3", %s}"""
                .formatted(id, 1_740_000_000 + id, more);
    }

    @Test
    void messagesHaveTheIdsThatBotsAreTold() throws IOException {
        var export =
                chat(
                        "private_supergroup",
                        String.join(
                                ",",
                                row(1, "\"text\": \"How do I rotate keys?\""),
                                row(
                                        2,
                                        "\"reply_to_message_id\": 1, \"edited_unixtime\": \"1740000900\", \"text\": [\"So \", {\"type\": \"bold\", \"text\": \"<there>\"}, {\"type\": \"mention_name\", \"text\": \"Alan\", \"user_id\": 3}], \"reactions\": [{\"type\": \"emoji\", \"count\": 9, \"emoji\": \"👍\", \"recent\": [{\"from\": \"Grace\", \"from_id\": \"user2\"}]}]"),
                                note(9, "\"action\": \"topic_created\", \"title\": \"Help\""),
                                row(10, "\"reply_to_message_id\": 9, \"text\": \"In a topic\""),
                                row(
                                        11,
                                        "\"reply_to_message_id\": 10, \"text\": \"Answered there\""),
                                note(12, "\"action\": \"join_group_by_link\""),
                                note(13, "\"action\": \"pin_message\", \"message_id\": 1"),
                                row(
                                        14,
                                        "\"forwarded_from\": null, \"file\": \"(File not included.)\", \"file_name\": \"plan.pdf\", \"text\": \"\""),
                                row(15, "\"date_unixtime\": \"soon\", \"text\": \"When?\"")));
        assertThat(Given.recognises(new TelegramExport(), export)).isTrue();

        var found = Given.read(new TelegramExport(), export);

        var reply = Given.deed(found, GROUP + ":2");
        assertThat(reply.kind()).isEqualTo(Kind.REPLY);
        assertThat(reply.parent()).isEqualTo(GROUP + ":1");
        assertThat(reply.text()).isEqualTo("So <b>&lt;there&gt;</b>Alan");
        assertThat(reply.mentions()).containsExactly("3");
        assertThat(reply.edited()).isEqualTo(Instant.ofEpochSecond(1_740_000_900));
        assertThat(reply.url()).isEqualTo("https://t.me/c/1234567890/2");
        assertThat(Given.deed(found, GROUP + ":2/reaction/👍/2").inferred()).isTrue();
        assertThat(Given.deed(found, GROUP + ":10").parent()).isNull();
        assertThat(Given.deed(found, GROUP + ":11").place()).isEqualTo(GROUP + "/9");
        assertThat(Given.deed(found, GROUP + ":11").parent()).isEqualTo(GROUP + ":10");
        assertThat(Given.deed(found, GROUP + "/join/3/2025-02-19").who()).isEqualTo("3");
        assertThat(Given.deed(found, GROUP + ":14").files()).containsExactly("plan.pdf");
        assertThat(Given.deed(found, GROUP + ":14").kind()).isEqualTo(Kind.SHARE);
        assertThat(found.all(Found.Mark.class))
                .extracting(Found.Mark::id)
                .containsExactly(GROUP + ":1");
        assertThat(found.all(Person.class))
                .extracting(Person::id)
                .containsExactlyInAnyOrder("1", "2", "3");
        assertThat(found.all(Found.Place.class))
                .extracting(Found.Place::name)
                .containsExactly("The moot", "The moot: Help");
        assertThat(found.all(Found.Refused.class)).hasSize(1);
    }

    @Test
    void smallGroupsCountForEachAccount() throws IOException {
        var found =
                Given.read(
                        new TelegramExport(), chat("private_group", row(1, "\"text\": \"Hello\"")));
        assertThat(found.all(Deed.class))
                .extracting(Deed::id, Deed::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("-1234567890:export-1", "-1234567890"));
    }

    @Test
    void whatIsPrivateStaysOutUnlessItIsAskedFor() throws IOException {
        var export = chat("personal_chat", row(1, "\"text\": \"Psst\""));
        assertThat(Given.read(new TelegramExport(), export).all(Deed.class)).isEmpty();
        assertThat(
                        Given.read(new TelegramExport(), export, Map.of("private", "true"))
                                .all(Deed.class))
                .hasSize(1);
    }

    @Test
    void aWholeAccountGivesItsGroupsAndChannels() throws IOException {
        Given.file(
                folder,
                "a/result.json",
                """
                {"about": "Here is the data you requested. Telegram", "personal_information": {"user_id": 1},
                 "contacts": {"about": "All", "list": [{"user_id": 7, "first_name": "Grace"}]},
                 "chats": {"about": "All", "list": [
                  {"type": "saved_messages", "id": 1, "messages": [%s]},
                  {"name": "The moot", "type": "private_supergroup", "id": 1234567890, "messages": [%s]},
                  {"name": null, "type": "personal_chat", "id": 5, "messages": [%s]}]},
                 "left_chats": {"about": "Left", "list": [
                  {"name": "News", "type": "public_channel", "id": 222, "messages": [%s, {"id": 5, "type": "unsupported"}]}]}}
                """
                        .formatted(
                                row(1, "\"text\": \"Mine\""),
                                row(2, "\"text\": \"Ours\""),
                                row(3, "\"text\": \"Psst\""),
                                row(4, "\"text\": \"Told\"")));
        assertThat(Given.recognises(new TelegramExport(), folder.resolve("a"))).isTrue();
        var found = Given.read(new TelegramExport(), folder.resolve("a"));
        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .containsExactly(GROUP + ":2", "-100222:4");
        assertThat(found.all(Found.Place.class))
                .extracting(Found.Place::name)
                .containsExactly("The moot", "News");
        assertThat(found.all(Found.Refused.class))
                .extracting(Found.Refused::reason)
                .allMatch(why -> why.contains("could not export"))
                .hasSize(1);
    }

    @Test
    void oldExportsTellTimesByTheirOwnClockAndNumbersWithMore() throws IOException {
        Given.file(
                folder,
                "o/result.json",
                """
                {"name": "The moot", "type": "private_supergroup", "id": 9824502482, "messages": [
                 {"id": -999681090, "type": "message", "date": "2020-07-01T12:00:00", "edited": "1970-01-01T05:00:00",
                  "from": "Ada", "from_id": 4294967297, "text": "From the small group"},
                 {"id": 2, "type": "message", "date": "2020-12-01T12:00:00", "edited": "2020-12-01T12:05:00",
                  "from": "Alan", "from_id": 3, "reply_to_message_id": -999681090, "text": ["So\\x0B", {"type": "bold", "text": "there"}]},
                 {"id": 3, "type": "message", "date": "2020-12-01T12:01:00", "from": "The moot", "from_id": 9824502482, "text": "As the group"}]}
                """);
        var options = Map.of("timezone", "Europe/Berlin");
        var found = Given.read(new TelegramExport(), folder.resolve("o"), options);

        assertThat(found.all(Found.Refused.class)).isEmpty();
        var first = Given.deed(found, "-1001234567890:-999681090");
        assertThat(first.at()).isEqualTo("2020-07-01T10:00:00Z");
        assertThat(first.who()).isEqualTo("1");
        assertThat(first.edited()).isNull();
        assertThat(first.url()).isNull();
        var second = Given.deed(found, "-1001234567890:2");
        assertThat(second.parent()).isEqualTo(first.id());
        assertThat(second.edited()).isEqualTo("2020-12-01T11:05:00Z");
        var third = Given.deed(found, "-1001234567890:3");
        assertThat(third.who()).isNull();
        assertThat(third.facts()).containsEntry("as", "The moot");
    }

    @Test
    void whateverElseIsToldIsKept() throws IOException {
        var export =
                chat(
                        "public_channel",
                        String.join(
                                ",",
                                row(
                                        1,
                                        "\"text\": \"\", \"poll\": {\"question\": [\"Tea \", {\"type\": \"custom_emoji\", \"text\": \"🍵\"}], \"closed\": true, \"total_voters\": 3, \"answers\": [{\"text\": \"Yes\", \"voters\": 3}]}"),
                                row(
                                        2,
                                        "\"text\": \"\", \"todo_list\": {\"title\": \"Before\", \"answers\": [{\"text\": \"Chairs\", \"id\": 1}]}"),
                                row(
                                        3,
                                        "\"text\": \"Hm\", \"reactions\": [{\"type\": \"custom_emoji\", \"count\": 2, \"document_id\": \"stickers/a.webp\", \"recent\": [{\"from\": \"Grace\", \"from_id\": \"user2\", \"date\": \"2025-02-19T21:50:00\"}]}, {\"type\": \"emoji\", \"emoji\": \"👍\", \"count\": 40}]"),
                                row(
                                        4,
                                        "\"text\": \"\", \"file\": \"files/talk.mp3\", \"media_type\": \"audio_file\", \"performer\": \"Ada\", \"duration_seconds\": 61"),
                                row(
                                        5,
                                        "\"text\": \"\", \"contact_information\": {\"first_name\": \"Bo\", \"last_name\": \"\"}"),
                                note(
                                        6,
                                        "\"action\": \"invite_members\", \"members\": [\"Grace\", null]"),
                                note(7, "\"action\": \"pin_message\"")));
        var found = Given.read(new TelegramExport(), export);

        var poll = Given.deed(found, GROUP + ":1");
        assertThat(poll.text()).isEqualTo("Tea 🍵<ul><li>Yes</li></ul>");
        assertThat(poll.facts()).containsEntry("poll", "Tea 🍵\nYes: 3\nvoters: 3\nclosed");
        assertThat(Given.deed(found, GROUP + ":2").text())
                .isEqualTo("Before<ul><li>Chairs</li></ul>");
        assertThat(Given.deed(found, GROUP + ":3").facts())
                .containsEntry("reactions", "custom emoji 2\n👍 40");
        var reaction = Given.deed(found, GROUP + ":3/reaction/custom-a.webp/2");
        assertThat(reaction.at()).isEqualTo(Instant.ofEpochSecond(1_740_000_003 + 30 * 60));
        assertThat(reaction.inferred()).isFalse();
        assertThat(Given.deed(found, GROUP + ":4").files()).containsExactly("talk.mp3");
        assertThat(Given.deed(found, GROUP + ":4").facts())
                .containsEntry("performer", "Ada")
                .containsEntry("duration seconds", "61");
        assertThat(Given.deed(found, GROUP + ":5").facts())
                .containsEntry("type", "contact")
                .containsEntry("contact information", "first name Bo");
        assertThat(Given.deed(found, GROUP + ":6").facts()).containsEntry("members", "Grace");
        assertThat(Given.deed(found, GROUP + ":7").kind()).isEqualTo(Kind.SYSTEM_NOTE);
        assertThat(found.all(Found.Mark.class)).isEmpty();
    }
}
