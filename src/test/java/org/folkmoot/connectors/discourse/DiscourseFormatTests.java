package org.folkmoot.connectors.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscourseFormatTests {

    private static final String TOPIC =
            """
            {"post_stream":{"posts":[
              {"id":501,"user_id":7,"username":"ada","name":"Ada","avatar_template":"/a/{size}.png","created_at":"2024-03-01T10:00:00.000Z",
               "cooked":"<p>How do I rotate keys? <a class=\\"attachment\\" href=\\"/u\\">log.txt</a></p>","post_number":1,"post_type":1,"topic_id":42,
               "version":2,"updated_at":"2024-03-01T10:30:00.000Z","mentioned_users":[{"id":8,"username":"grace"}],
               "actions_summary":[{"id":2,"count":3}]},
              {"id":502,"user_id":8,"username":"grace","created_at":"2024-03-01T11:00:00.000Z","cooked":"<p>So.</p>","post_number":2,"post_type":1,
               "topic_id":42,"accepted_answer":true,"admin":true,"actions_summary":[{"id":2,"count":1,"users":[{"id":7,"username":"ada"}]}]},
              {"id":503,"user_id":7,"username":"ada","created_at":"2024-03-01T12:00:00.000Z","cooked":"<p>Thanks</p>","post_number":3,"post_type":1,
               "topic_id":42,"reply_to_post_number":2},
              {"id":504,"user_id":-1,"username":"system","created_at":"2024-03-02T12:00:00.000Z","cooked":"","post_number":4,"post_type":3,
               "action_code":"closed.enabled","topic_id":42},
              {"id":505,"user_id":9,"username":"mallory","created_at":"never","cooked":"<script>x</script>","post_number":5,"post_type":1,
               "topic_id":42,"deleted_at":"2024-03-03T00:00:00Z"},
              {"id":506,"user_id":9}
            ]},"id":42,"title":"Keys","category_id":5,"tags":["security"],"created_at":"2024-03-01T10:00:00.000Z","views":12}
            """;

    @TempDir Path folder;

    @Test
    void messagesBetweenPeopleStayOutUnlessTheyAreAskedFor() throws IOException {
        Given.file(
                folder,
                "p/pm.json",
                """
                {"users":[],"topic_list":{"topics":[
                 {"id":11,"title":"Psst","archetype":"private_message","created_at":"2024-03-01T10:00:00.000Z","posters":[]},
                 {"id":12,"title":"Hallo","archetype":"regular","pinned":true,"created_at":"2024-03-01T10:00:00.000Z",
                  "posters":[{"description":"Erster Beitrag","user_id":4},{"description":"Letzter Beitrag","user_id":5}]}]}}
                """);
        var found = Given.read(new DiscourseFormat(), folder.resolve("p"));
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(deed -> assertThat(deed.who()).isEqualTo("u4"));
        assertThat(found.all(Mark.class)).extracting(Mark::what).containsExactly(Mark.What.PINNED);
        assertThat(
                        Given.read(
                                        new DiscourseFormat(),
                                        folder.resolve("p"),
                                        Map.of("private", "true"))
                                .all(Deed.class))
                .hasSize(2);
    }

    @Test
    void badgesAreReceived() throws IOException {
        var file =
                Given.file(
                        folder,
                        "b.json",
                        """
                        {"user_badges":[{"id":3,"granted_at":"2024-03-01T10:00:00.000Z","badge_id":10,"user_id":4,"topic_id":12,"post_number":1}],
                         "badges":[{"id":10,"name":"Editor"}],"users":[{"id":4,"username":"ada","avatar_template":"/a"}]}
                        """);
        assertThat(Given.recognises(new DiscourseFormat(), file)).isTrue();
        var badge = Given.read(new DiscourseFormat(), file).all(Deed.class).getFirst();
        assertThat(badge.kind()).isEqualTo(Kind.BADGE);
        assertThat(badge.text()).isEqualTo("Editor");
        assertThat(badge.parent()).isEqualTo("t12/1");
    }

    @Test
    void aTopicBecomesAQuestionItsRepliesAndMarks() throws IOException {
        var path = Given.file(folder, "42.json", TOPIC);
        assertThat(Given.recognises(new DiscourseFormat(), path)).isTrue();

        var found = Given.read(new DiscourseFormat(), path);

        var deeds = found.all(Deed.class);
        assertThat(deeds)
                .extracting(Deed::id)
                .containsExactly("t42/1", "t42/2", "t42/2/like/u7", "t42/3", "t42/4", "t42/5");
        assertThat(deeds)
                .extracting(Deed::kind)
                .containsExactly(
                        Kind.QUESTION,
                        Kind.REPLY,
                        Kind.REACTION,
                        Kind.REPLY,
                        Kind.SYSTEM_NOTE,
                        Kind.REPLY);
        assertThat(deeds)
                .extracting(Deed::parent)
                .containsExactly(null, "t42/1", "t42/2", "t42/2", "t42/1", "t42/1");
        var asked = deeds.getFirst();
        assertThat(asked.title()).isEqualTo("Keys");
        assertThat(asked.edited()).isEqualTo(Instant.parse("2024-03-01T10:30:00Z"));
        assertThat(asked.mentions()).containsExactly("u8");
        assertThat(asked.files()).containsExactly("log.txt");
        assertThat(asked.facts())
                .containsEntry("likes", "3")
                .containsEntry("views", "12")
                .containsEntry("tags", "security");
        assertThat(deeds.getLast().inferred()).isTrue();
        assertThat(found.all(Mark.class))
                .containsExactly(
                        new Mark("discourse:forum", "t42/2", Mark.What.ACCEPTED, null, null),
                        new Mark(
                                "discourse:forum",
                                "t42/5",
                                Mark.What.DELETED,
                                null,
                                Instant.parse("2024-03-03T00:00:00Z")));
        assertThat(found.all(Refused.class)).hasSize(1);
        assertThat(
                        found.all(Person.class).stream()
                                .filter(p -> p.flags().contains(Person.Flag.BOT)))
                .extracting(Person::id)
                .containsExactly("u-1");
        assertThat(
                        found.all(Person.class).stream()
                                .filter(p -> p.flags().contains(Person.Flag.STAFF)))
                .isEmpty();
    }

    @Test
    void aListOfTopicsAddsOnlyTopicsWithoutAPageOfTheirOwn() throws IOException {
        Given.file(folder, "z/t/42.json", TOPIC);
        Given.file(
                folder,
                "z/a-latest.json",
                """
                {"users":[{"id":7,"username":"ada","name":"Ada"},{"id":11,"username":"hanako","name":"山田花子"}],
                 "topic_list":{"topics":[
                  {"id":42,"title":"Keys","created_at":"2024-03-01T10:00:00.000Z","category_id":5,"posters":[{"user_id":7,"description":"Original Poster"}]},
                  {"id":43,"title":"Tea","created_at":"2024-04-01T10:00:00.000Z","category_id":6,"posters":[{"user_id":11,"description":"Original Poster, Most Recent Poster"}]}]}}
                """);
        Given.file(
                folder,
                "z/categories.json",
                """
                {"category_list":{"categories":[{"id":5,"name":"Help","slug":"help","description_text":"Ask here"}]}}
                """);

        var found =
                Given.read(
                        new DiscourseFormat(),
                        folder.resolve("z"),
                        Map.of("source", "https://forum.example.org/"));

        assertThat(found.all(Deed.class))
                .filteredOn(d -> d.id().endsWith("/1"))
                .extracting(Deed::title)
                .containsExactly("Keys", "Tea");
        assertThat(found.all(Deed.class).getLast().who()).isEqualTo("u11");
        assertThat(found.all(Place.class))
                .extracting(Place::name)
                .containsExactly("Help", "Category 6");
        assertThat(found.all(Deed.class))
                .allMatch(d -> d.source().equals("discourse:forum.example.org"));
    }

    @Test
    void theUserListBecomesPeople() throws IOException {
        var path =
                Given.file(
                        folder,
                        "user-list.csv",
                        """
                id,name,username,email,title,created_at,last_seen_at,last_posted_at,last_emailed_at,trust_level,approved,suspended_at,suspended_till,silenced_till,active,admin,moderator,ip_address,staged,secondary_emails,group_names
                7,Ada L,ada,ada@example.org,,2022-01-02 03:04:05 UTC,2024-01-01 00:00:00 UTC,,,3,true,,,,true,false,true,10.0.0.1,false,,helpers;makers
                ,Nobody,nobody,,,,,,,,,,,,,,,,,,
                """);
        assertThat(Given.recognises(new DiscourseFormat(), path)).isTrue();

        var found = Given.read(new DiscourseFormat(), path);

        var ada = found.all(Person.class).getFirst();
        assertThat(ada.id()).isEqualTo("u7");
        assertThat(ada.joined()).isEqualTo(Instant.parse("2022-01-02T03:04:05Z"));
        assertThat(ada.tags()).containsExactly("helpers", "makers");
        assertThat(ada.fields()).containsEntry("moderator", "true").doesNotContainKey("ip_address");
        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(3L);
    }

    @Test
    void brokenAndForeignPagesAreRefusedAndTheRestIsRead() throws IOException {
        Given.file(folder, "b/1.json", "{\"post_stream\":{\"posts\":[");
        Given.file(folder, "b/2.json", "{\"hello\":1}");
        Given.file(folder, "b/3.json", TOPIC);

        var found = Given.read(new DiscourseFormat(), folder.resolve("b"));

        assertThat(found.all(Refused.class))
                .extracting(Refused::file)
                .containsExactly("1.json", "2.json", "3.json");
        assertThat(found.all(Deed.class)).isNotEmpty();
    }

    @Test
    void likesAmongAUsersActionsAreReactions() throws IOException {
        var found =
                Given.read(
                        new DiscourseFormat(),
                        Given.file(
                                folder,
                                "a.json",
                                """
                {"user_actions":[{"action_type":1,"created_at":"2024-03-01T13:00:00Z","acting_user_id":7,"acting_username":"ada","topic_id":42,"post_number":2},
                 {"action_type":5,"created_at":"2024-03-01T13:00:00Z","acting_user_id":7,"topic_id":42,"post_number":3}]}
                """));

        assertThat(found.all(Deed.class)).extracting(Deed::id).containsExactly("t42/2/like/u7");
    }
}
