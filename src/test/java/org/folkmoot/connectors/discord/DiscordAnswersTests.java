package org.folkmoot.connectors.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Basket;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.intake.JsonRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the API tells and what an export tells of the same thing is the same.
class DiscordAnswersTests {

    private static final String EXPORTED =
            """
            {"guild":{"id":"4","name":"Lantern"},
             "channel":{"id":"77","type":"%s","categoryId":"5","category":"help","name":"E42","topic":null},
             "messages":[%s]}
            """;

    @TempDir Path temp;

    private Basket exported(String type, String row) throws Exception {
        Files.writeString(temp.resolve("help.json"), EXPORTED.formatted(type, row));
        return Given.read(new DiscordExport(), temp, Map.of());
    }

    private static Basket told(DiscordRoom room, String message) {
        var basket = new Basket();
        var names = Map.of("77", "E42", "770", "Weaver");
        new DiscordAnswers("4", names, basket)
                .message(room, JsonRows.JSON.readTree(message), true, "messages");
        return basket;
    }

    @Test
    void aMessage() throws Exception {
        var export =
                exported(
                        "GuildTextChat",
                        """
                        {"id":"1346064560947200005","type":"Reply","timestamp":"2025-03-03T10:20:00.000+00:00",
                         "timestampEdited":"2025-03-03T10:26:30.000+00:00","isPinned":true,"content":"@Ada see #E42 and :wave: @Weaver",
                         "author":{"id":"1","name":"ada_loom","discriminator":"0000","nickname":"Ada","isBot":false},
                         "attachments":[{"id":"9","fileName":"a.png"}],"embeds":[{"title":"T","url":"https://example.org"}],
                         "stickers":[{"id":"8","name":"Yay"}],
                         "reactions":[{"emoji":{"id":"","name":"👍"},"count":2},{"emoji":{"id":"31","name":"wave"},"count":1}],
                         "mentions":[{"id":"2","name":"ada2","nickname":"Ada","isBot":false}],
                         "reference":{"messageId":"1346064560947200001","channelId":"77","guildId":"4"}}
                        """);
        var api =
                told(
                        new DiscordRoom("77", "E42", ""),
                        """
                        {"id":"1346064560947200005","type":19,"timestamp":"2025-03-03T10:20:00.000000+00:00",
                         "edited_timestamp":"2025-03-03T10:26:30.000000+00:00","pinned":true,"content":"<@!2> see <#77> and <a:wave:31> <@&770>",
                         "author":{"id":"1","username":"ada_loom","discriminator":"0","global_name":"Ada"},
                         "attachments":[{"id":"9","filename":"a.png"}],"embeds":[{"title":"T","url":"https://example.org"}],
                         "sticker_items":[{"id":"8","name":"Yay"}],
                         "reactions":[{"emoji":{"id":null,"name":"👍"},"count":2},{"emoji":{"id":"31","name":"wave"},"count":1}],
                         "mentions":[{"id":"2","username":"ada2","global_name":"Ada"}],
                         "message_reference":{"message_id":"1346064560947200001","channel_id":"77","guild_id":"4"},
                         "referenced_message":null,"flags":0}
                        """);
        assertThat(api.all(Deed.class))
                .hasSize(3)
                .containsExactlyElementsOf(export.all(Deed.class));
        assertThat(api.all(Found.Mark.class)).isEqualTo(export.all(Found.Mark.class));
    }

    @Test
    void aThreadsFirstMessageAndThoseByTheServerItself() throws Exception {
        var thread = new DiscordRoom("77", "E42", "5");
        assertThat(
                        told(
                                        thread,
                                        """
                                        {"id":"77","type":0,"timestamp":"2025-03-03T10:20:00+00:00","content":"Why?","author":{"id":"1","username":"ada"}}
                                        """)
                                .all(Deed.class))
                .containsExactlyElementsOf(
                        exported(
                                        "GuildPublicThread",
                                        """
                                        {"id":"77","type":"Default","timestamp":"2025-03-03T10:20:00+00:00","content":"Why?","author":{"id":"1","name":"ada"}}
                                        """)
                                .all(Deed.class));
        assertThat(
                        told(
                                        thread,
                                        """
                                        {"id":"78","type":7,"timestamp":"2025-03-03T10:20:00+00:00","content":"","author":{"id":"1","username":"ada"}}
                                        """)
                                .all(Deed.class))
                .containsExactlyElementsOf(
                        exported(
                                        "GuildPublicThread",
                                        """
                                        {"id":"78","type":"GuildMemberJoin","timestamp":"2025-03-03T10:20:00+00:00","content":"Joined the server.","author":{"id":"1","name":"ada"}}
                                        """)
                                .all(Deed.class));
    }

    @Test
    void aMessageWithoutIdOrAuthorHarmsNothing() {
        var room = new DiscordRoom("77", "E42", "");
        assertThat(told(room, "{\"content\":null,\"author\":null}").all(Found.Refused.class))
                .hasSize(1);
        assertThat(
                        told(room, "{\"id\":\"1346064560947200005\",\"mentions\":[null]}")
                                .all(Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.who()).isNull());
    }

    @Test
    void theAuditLogTellsOfBansKicksTimeOutsAndDeletions() {
        var basket = new Basket();
        var answers = new DiscordAnswers("4", Map.of(), basket);
        for (var entry :
                new String[] {
                    "{\"id\":\"1346064560947200001\",\"action_type\":20,\"target_id\":\"3\",\"user_id\":\"1\"}",
                    "{\"id\":\"1346064560947200002\",\"action_type\":24,\"target_id\":\"3\",\"changes\":[{\"key\":\"communication_disabled_until\",\"new_value\":\"2025-04-01T00:00:00+00:00\"}]}",
                    "{\"id\":\"1346064560947200003\",\"action_type\":72,\"target_id\":\"3\",\"options\":{\"channel_id\":\"5\",\"count\":\"2\"}}",
                    "{\"id\":\"1346064560947200004\",\"action_type\":31,\"target_id\":null}",
                    "{\"action_type\":22}"
                }) {
            answers.entry(JsonRows.JSON.readTree(entry));
        }
        assertThat(basket.all(Deed.class))
                .extracting(d -> d.facts().get("type"))
                .containsExactly("kicked", "timed out", "messages deleted");
        assertThat(basket.all(Deed.class).getLast().place()).isEqualTo("5");
        assertThat(basket.all(Found.Refused.class)).hasSize(1);
    }
}
