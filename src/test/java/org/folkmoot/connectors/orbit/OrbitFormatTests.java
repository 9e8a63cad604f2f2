package org.folkmoot.connectors.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrbitFormatTests {

    private static final String MEMBERS =
            """
            {"data":[{"id":"jaPSJy","type":"member","attributes":{"name":"Ada","email":null,"company":null,"title":"Countess","teammate":true,
               "created_at":"2023-06-21T14:54:15.875Z","updated_at":"2023-06-22T00:00:00Z","first_activity_occurred_at":"2023-06-01T00:00:00Z",
               "deleted_at":null,"slug":"ada","tags":["ruby"],"love":"13.886","twitter":"ada_x","orbit_url":"https://app.orbit.love/analytical/members/ada"},
               "relationships":{"identities":{"data":[{"id":"1","type":"github_identity"},{"id":"2","type":"email_identity"},{"id":"3","type":"other_identity"}]},
                 "organizations":{"data":[{"id":"o","type":"organization"}]}}},
              {"id":"","type":"member","attributes":{}}],
             "included":[{"id":"1","type":"github_identity","attributes":{"username":"ada-gh","email":null}},
               {"id":"2","type":"email_identity","attributes":{"email":"ada@example.org"}},
               {"id":"3","type":"other_identity","attributes":{"username":"adatv","source":"twitch"}},
               {"id":"o","type":"organization","attributes":{"name":"Analytical Engines"}}],
             "links":{"first":null}}
            """;

    private static final String ACTIVITIES =
            """
            {"data":[
              {"id":"1","type":"issue_activity","attributes":{"action":"opened","key":"ada/engine#55","occurred_at":"2023-06-21T14:54:04.579Z","weight":"6.0",
                "tags":["channel:github"],"properties":{"github_repository":"ada/engine"},"g_title":"It stops","g_body":"Why?","g_html_url":"https://github.com/ada/engine/issues/55"},
                "relationships":{"activity_type":{"data":{"id":"t","type":"activity_type"}},"member":{"data":{"id":"jaPSJy","type":"member"}}}},
              {"id":"2","type":"issue_comment_activity","attributes":{"key":"ada/engine#55-77","occurred_at":"2023-06-21T15:00:00Z","body":"Oil it"},
                "relationships":{"member":{"data":{"id":"gr","type":"member"}}}},
              {"id":"3","type":"custom_activity","attributes":{"key":"talk-1","created_at":"2023-06-22T15:00:00Z","custom_type":"gave-a-talk","custom_title":"On engines"},
                "relationships":{"member":{"data":{"id":"gr","type":"member"}}}},
              {"id":"4","type":"custom_activity","attributes":{"key":"k4","occurred_at":"soon"}},
              {"id":"5","type":"post","attributes":{"occurred_at":"2023-06-23T15:00:00Z","title":"Notes","referenced_activities":[{"key":"talk-1"}]}}],
             "included":[{"id":"t","type":"activity_type","attributes":{"key":"issues:opened","name":"Opened an issue","channel":"github","weight":"6.0"}},
               {"id":"gr","type":"member","attributes":{"name":"Grace"}}]}
            """;

    @TempDir Path folder;

    @Test
    void aMemberIsOnePersonWithTheHandlesOfAllIdentities() throws IOException {
        var path = Given.file(folder, "members.json", MEMBERS);
        assertThat(Given.recognises(new OrbitFormat(), path)).isTrue();

        var found = Given.read(new OrbitFormat(), path);

        assertThat(found.all(Person.class)).hasSize(1);
        var ada = found.all(Person.class).getFirst();
        assertThat(ada.source()).isEqualTo("orbit:analytical");
        assertThat(ada.fields())
                .containsEntry("github", "ada-gh")
                .containsEntry("email", "ada@example.org")
                .containsEntry("x", "ada_x")
                .containsEntry("twitch", "adatv")
                .containsEntry("organisation", "Analytical Engines")
                .containsEntry("love", "13.886");
        assertThat(ada.flags()).containsExactly(Person.Flag.STAFF);
        assertThat(ada.joined()).isEqualTo(Instant.parse("2023-06-01T00:00:00Z"));
        assertThat(ada.asOf()).isEqualTo(Instant.parse("2023-06-22T00:00:00Z"));
        assertThat(found.all(Refused.class)).hasSize(1);
    }

    @Test
    void activitiesKeepKindWeightPlaceAndParent() throws IOException {
        var found = Given.read(new OrbitFormat(), Given.file(folder, "a.json", ACTIVITIES));

        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .containsExactly("ada/engine#55", "ada/engine#55-77", "talk-1", "5");
        assertThat(found.all(Deed.class))
                .extracting(Deed::kind)
                .containsExactly(Kind.ISSUE, Kind.COMMENT, Kind.TALK, Kind.ARTICLE);
        assertThat(found.all(Deed.class))
                .extracting(Deed::parent)
                .containsExactly(null, "ada/engine#55", null, "talk-1");
        assertThat(found.all(Deed.class).getFirst().facts()).containsEntry("weight", "6.0");
        assertThat(found.all(Deed.class).get(2).inferred()).isTrue();
        assertThat(found.all(Place.class))
                .containsExactly(
                        Place.of("orbit:workspace", "github:ada/engine", "ada/engine", Style.CODE));
        assertThat(found.all(Refused.class))
                .extracting(Refused::reason)
                .containsExactly("This activity has no time that can be read.");
        assertThat(found.all(Person.class))
                .extracting(p -> p.fields().get("name"))
                .containsExactly("Grace");
    }

    @Test
    void notesListsOfPagesAndBrokenFilesAreRead() throws IOException {
        Given.file(folder, "d/1.json", "[" + MEMBERS + "," + ACTIVITIES + "]");
        Given.file(
                folder,
                "d/2.json",
                """
                {"data":[{"id":"n","type":"note","attributes":{"body":"Met at the fair"},"relationships":{"member":{"data":{"id":"jaPSJy","type":"member"}}}}],"links":{"first":"/analytical/members/ada/notes?page=1"}}
                """);
        Given.file(
                folder,
                "d/3.json",
                "{\"data\":[{\"id\":\"x\",\"type\":\"member\",\"attributes\":{\"name\":\"Linus\"}},{\"id\"");

        var found = Given.read(new OrbitFormat(), folder.resolve("d"));

        assertThat(found.all(Deed.class)).hasSize(4);
        assertThat(found.all(Person.class))
                .anyMatch(p -> p.notes().contains("Met at the fair"))
                .anyMatch(p -> "Linus".equals(p.fields().get("name")));
        assertThat(found.all(Refused.class))
                .anyMatch(r -> r.file().equals("3.json") && r.reason().contains("not valid JSON"));
        assertThat(found.all(Deed.class)).allMatch(d -> d.source().equals("orbit:analytical"));
    }

    @Test
    void membersAndActivitiesAsCsvMeet() throws IOException {
        Given.file(
                folder,
                "c/members.csv",
                """
                name,email,github,twitter,linkedin,discord,bio,company,teammate,tags
                Ada,ADA@example.org,ada-gh,@ada,,ada#1234,,Analytical,TRUE,"ruby,maths"
                ,,,,,,,,,
                """);
        Given.file(
                folder,
                "c/activities.csv",
                """
                \uFEFFemail,title,description,activity_type,key,occurred_at,link_url
                ada@example.org,Spoke at FOSDEM,Room H,Talk,t1,2023-02-04,https://fosdem.org
                ada@example.org,Undated,,Talk,t2,,
                ada@example.org,Spoke again,,,,2023-02-05 10:00,
                """);
        assertThat(Given.recognises(new OrbitFormat(), folder.resolve("c"))).isTrue();

        var found = Given.read(new OrbitFormat(), folder.resolve("c"), Map.of("source", "club"));

        assertThat(found.all(Person.class)).extracting(Person::id).containsOnly("ada@example.org");
        assertThat(found.all(Person.class).getLast().tags()).containsExactly("ruby", "maths");
        assertThat(found.all(Person.class).getLast().flags()).containsExactly(Person.Flag.STAFF);
        assertThat(found.all(Deed.class))
                .extracting(Deed::kind)
                .containsExactly(Kind.TALK, Kind.TALK);
        assertThat(found.all(Deed.class).getFirst().source()).isEqualTo("orbit:club");
        assertThat(found.all(Refused.class)).hasSize(2);
    }
}
