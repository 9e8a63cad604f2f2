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
    void aWholeAccountIsRefusedInWords() throws IOException {
        Given.file(
                folder,
                "a/result.json",
                "{\"about\": \"Here is the data you requested. Telegram\", \"chats\": {\"list\": [{\"type\": \"private_group\", \"messages\": []}]}}");
        assertThat(Given.recognises(new TelegramExport(), folder.resolve("a"))).isTrue();
        assertThat(Given.read(new TelegramExport(), folder.resolve("a")).all(Found.Refused.class))
                .extracting(Found.Refused::reason)
                .allMatch(why -> why.contains("one by one"))
                .hasSize(1);
    }
}
